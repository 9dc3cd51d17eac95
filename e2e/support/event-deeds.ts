import type { Deed } from './deeds'

/** What is pressed where an event itself is planned, and by whom. */
export const eventDeeds: Record<string, Deed | 'creator' | 'desk'> = {
  'app/organizer/[slug]/settings/actions.ts changePart': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/questions`,
    words: 'Save',
    button: {
      do: 'save',
      'questions.0.key': '',
      'questions.0.label.en': 'Why?',
      'questions.0.type': 'text',
      'questions.0.presence': 'both',
    },
  },
  'app/organizer/[slug]/settings/actions.ts changeStatus': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/settings`,
    words: 'Cancel the event',
    button: { status: 'cancelled' },
  },
  // These make an event of their own, or need a plan that was agreed to: e2e/organizer-makes-events.spec.ts.
  'app/organizer/[slug]/settings/actions.ts makeEdition': 'creator',
  'app/organizer/[slug]/settings/actions.ts applyFile': 'desk',
  'app/organizer/new/actions.ts makeEvent': 'creator',
}
