import type { Deed, Scene } from './deeds'

const list = ({ event }: Scene) => `/organizer/${event.slug}/attendees`
const oneOf = (scene: Scene) => `${list(scene)}/${scene.person.id}`
const answers = { legalName: 'Zoë', presence: 'on_site', photo: 'fine' }

/** What is pressed on the list of attendees and on one person's page, and by whom. */
export const attendeeDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/attendees/actions.ts showColumns': {
    by: 'desk',
    page: list,
    words: 'Show these columns',
  },
  'app/organizer/[slug]/attendees/actions.ts keepView': {
    by: 'desk',
    page: list,
    words: 'Save view',
    button: { name: 'Everybody' },
  },
  'app/organizer/[slug]/attendees/actions.ts forgetView': {
    by: 'owner',
    page: list,
    words: 'Remove “Those who speak”',
  },
  'app/organizer/[slug]/attendees/new/actions.ts addPerson': {
    by: 'desk',
    page: (scene) => `${list(scene)}/new`,
    words: 'Add this person',
    button: { ...answers, name: 'Cy', email: 'cy@example.org', agreed: 'on_paper' },
  },
  'app/organizer/[slug]/attendees/[id]/edit/actions.ts changePerson': {
    by: 'desk',
    page: (scene) => `${oneOf(scene)}/edit`,
    words: 'Save changes',
    button: { ...answers, name: 'Zoë Other' },
  },
  'app/organizer/[slug]/attendees/[id]/notes/actions.ts noteDown': {
    by: 'desk',
    page: oneOf,
    words: 'Keep note',
    button: { text: 'Called us.' },
  },
  'app/organizer/[slug]/attendees/[id]/notes/actions.ts tagPerson': {
    by: 'desk',
    page: oneOf,
    words: 'Save tags',
    button: { tags: 'speaker' },
  },
  'app/organizer/[slug]/attendees/[id]/notes/actions.ts takeNoteAway': {
    by: 'author',
    page: oneOf,
    words: 'Remove note',
  },
  'app/organizer/[slug]/attendees/[id]/room/actions.ts bookRoom': {
    by: 'desk',
    page: ({ event, sleeper }) => `/organizer/${event.slug}/attendees/${sleeper.id}`,
    words: 'Mark as booked',
  },
  'app/organizer/[slug]/attendees/[id]/room/actions.ts releaseRoom': {
    by: 'desk',
    page: ({ event, sleeper }) => `/organizer/${event.slug}/attendees/${sleeper.id}`,
    words: 'Give it back',
  },
  'app/organizer/[slug]/attendees/[id]/room/actions.ts giveOneMore': {
    by: 'desk',
    page: ({ event, sleepless }) => `/organizer/${event.slug}/attendees/${sleepless.id}`,
    words: 'For a room that the hotel found',
    button: { reason: 'The hotel found one more.' },
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts cancelOnBehalf': {
    by: 'desk',
    page: ({ event, person }) => `/organizer/${event.slug}/attendees/${person.id}`,
    words: 'Cancel it',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts letIn': {
    by: 'desk',
    page: ({ event, pending }) => `/organizer/${event.slug}/attendees/${pending.id}`,
    words: 'Yes, let in',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts turnDown': {
    by: 'desk',
    page: ({ event, pending }) => `/organizer/${event.slug}/attendees/${pending.id}`,
    words: 'Yes, decline',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts writeToAddress': {
    by: 'desk',
    page: ({ event, person }) => `/organizer/${event.slug}/attendees/${person.id}`,
    words: 'Write to this address',
    button: { theirEmail: 'elsewhere@example.org' },
  },
  'app/organizer/[slug]/attendees/invite/actions.ts invitePerson': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/attendees/invite`,
    words: 'Send the invitation',
    button: { name: 'Cy', email: 'cy@example.org' },
  },
  'app/organizer/[slug]/attendees/invite/actions.ts takeBack': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/attendees/invite`,
    words: 'Yes, take it back',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts showAllergies': {
    by: 'desk',
    page: ({ event, person }) => `/organizer/${event.slug}/attendees/${person.id}`,
    words: 'Show allergies',
  },
}
