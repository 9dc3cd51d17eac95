import type { Deed } from './deeds'

/** What is pressed where an event writes to people, and by whom. */
export const mailDeeds: Record<string, Deed | 'anybody'> = {
  'app/organizer/[slug]/mails/[id]/actions.ts sendMailAgain': {
    by: 'desk',
    page: ({ event, mailId }) => `/organizer/${event.slug}/mails/${mailId}`,
    words: 'Send again',
  },
  'app/organizer/[slug]/mails/actions.ts tryAllAgain': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/mails`,
    words: 'Yes, try it again',
  },
  'app/organizer/[slug]/mails/texts/actions.ts saveWords': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/mails/texts?kind=waitlisted`,
    words: 'Save',
    button: { 'subject.en': 'Soon, {name}' },
  },
  'app/organizer/[slug]/mails/write/actions.ts keepMessage': {
    by: 'desk',
    page: ({ event, draft }) => `/organizer/${event.slug}/mails/write?message=${draft.id}`,
    words: 'Keep as a draft',
    button: { intent: 'keep', 'subject.en': 'Other doors' },
  },
  'app/organizer/[slug]/mails/groups/[id]/actions.ts sendMessage': {
    by: 'desk',
    page: ({ event, draft }) => `/organizer/${event.slug}/mails/groups/${draft.id}`,
    words: 'Yes, write to',
    button: { intent: 'now' },
  },
  'app/organizer/[slug]/mails/groups/[id]/actions.ts testMessage': {
    by: 'desk',
    page: ({ event, draft }) => `/organizer/${event.slug}/mails/groups/${draft.id}`,
    words: 'Send a test to me',
  },
  'app/organizer/[slug]/mails/groups/[id]/actions.ts callOff': {
    by: 'desk',
    page: ({ event, scheduled }) => `/organizer/${event.slug}/mails/groups/${scheduled.id}`,
    words: 'Yes, call it off',
  },
  'app/organizer/[slug]/mails/groups/[id]/actions.ts dropMessage': {
    by: 'desk',
    page: ({ event, draft }) => `/organizer/${event.slug}/mails/groups/${draft.id}`,
    words: 'Yes, throw it away',
  },
  'app/unsubscribe/[token]/actions.ts decideMails': 'anybody',
}
