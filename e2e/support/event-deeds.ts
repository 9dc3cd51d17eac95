import type { Deed } from './deeds'

/** The rooms of the desk where an event itself is planned. */
export const eventRooms = [
  'app/organizer/[slug]/devices/page.tsx',
  'app/organizer/[slug]/team/page.tsx',
  'app/organizer/[slug]/privacy/page.tsx',
  'app/organizer/[slug]/hotels/page.tsx',
  'app/organizer/[slug]/meals/page.tsx',
  'app/organizer/[slug]/activities/page.tsx',
  'app/organizer/[slug]/questions/page.tsx',
  'app/organizer/[slug]/settings/page.tsx',
  'app/organizer/[slug]/settings/[part]/page.tsx',
  'app/organizer/[slug]/settings/edition/page.tsx',
  'app/organizer/[slug]/settings/file/page.tsx',
  'app/organizer/[slug]/settings/event.yaml/route.ts',
]

/** What is pressed where an event itself is planned, and by whom. */
export const eventDeeds: Record<string, Deed | 'told elsewhere'> = {
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
  'app/organizer/[slug]/settings/actions.ts makeEdition': 'told elsewhere',
  'app/organizer/[slug]/settings/actions.ts applyFile': 'told elsewhere',
  'app/organizer/new/actions.ts makeEvent': 'told elsewhere',
}
