import type { Deed } from './deeds'

/** What is pressed on the page of a team, and by whom. */
export const teamDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/team/actions.ts askIn': {
    by: 'owner',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Send the invitation',
    button: { email: 'cy@example.org', role: 'organizer', language: 'en' },
  },
  'app/organizer/[slug]/team/actions.ts giveRole': {
    by: 'owner',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Role of Robin Helper',
    button: { role: 'organizer' },
  },
  'app/organizer/[slug]/team/actions.ts takeOut': {
    by: 'owner',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Yes, remove',
  },
  'app/organizer/[slug]/team/actions.ts handEventOver': {
    by: 'owner',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Yes, hand over',
  },
  'app/organizer/[slug]/team/actions.ts sendAgain': {
    by: 'owner',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Send again',
  },
  'app/organizer/[slug]/team/actions.ts takeBackFrom': {
    by: 'owner',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Yes, take it back',
  },
  'app/organizer/[slug]/team/actions.ts leave': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Yes, leave',
  },
  'app/organizer/[slug]/team/actions.ts sayFood': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/team`,
    words: 'Your diet',
    button: { diet: 'vegan' },
  },
}
