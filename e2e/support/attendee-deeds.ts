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
    by: 'owner',
    page: oneOf,
    words: 'Remove note',
  },
}

/** What opens to nobody but who holds the registration. */
export const ownRooms = [
  'app/my/data/[id]/page.tsx',
  'app/my/data/[id]/download/route.ts',
  'app/my/decline/[id]/page.tsx',
  'app/my/edit/[id]/page.tsx',
  'app/my/email/[id]/page.tsx',
  'app/my/erase/[id]/page.tsx',
  'app/my/share/[id]/page.tsx',
  'app/my/still-coming/[id]/page.tsx',
  'app/my/transfer/[id]/page.tsx',
]
