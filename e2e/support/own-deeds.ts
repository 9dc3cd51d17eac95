import type { Deed } from './deeds'

/** What is pressed by whoever holds a registration. */
export const ownDeeds: Record<string, Deed | 'anybody'> = {
  'app/my/change-email/[token]/actions.ts confirmAddressHere': 'anybody',
  'app/my/actions.ts cancelThis': { by: 'themselves', page: () => '/my', words: 'Yes, cancel' },
  'app/my/actions.ts resendThis': { by: 'themselves', page: () => '/my', words: 'Send me the mail again' },
  'app/my/actions.ts confirmThis': {
    by: 'themselves',
    who: 'unsure',
    page: () => '/my',
    words: 'Confirm my registration',
  },
  'app/my/actions.ts acceptThis': { by: 'themselves', who: 'offered', page: () => '/my', words: 'I take it' },
  'app/my/actions.ts declineThis': {
    by: 'themselves',
    page: ({ person }) => `/my/decline/${person.id}`,
    words: 'Give my place back',
  },
  'app/my/edit/[id]/actions.ts saveAnswers': {
    by: 'themselves',
    page: ({ person }) => `/my/edit/${person.id}`,
    words: 'Save changes',
    button: { name: 'Zoë Other', legalName: 'Zoë', presence: 'on_site', photo: 'fine' },
  },
  'app/my/email/[id]/actions.ts askForAddress': {
    by: 'themselves',
    page: ({ person }) => `/my/email/${person.id}`,
    words: 'Write to this address',
    button: { newEmail: 'zoe.new@example.org' },
  },
  'app/my/transfer/[id]/actions.ts offerPlace': {
    by: 'themselves',
    page: ({ person }) => `/my/transfer/${person.id}`,
    words: 'Offer my place',
    button: { theirEmail: 'zoe.friend@example.org' },
  },
  'app/my/transfer/[id]/actions.ts keepPlace': {
    by: 'themselves',
    page: ({ person }) => `/my/transfer/${person.id}`,
    words: 'Keep my place after all',
  },
  'app/my/data/[id]/actions.ts withdrawThis': {
    by: 'themselves',
    page: ({ person }) => `/my/data/${person.id}`,
    words: 'Take back',
  },
  'app/my/erase/[id]/actions.ts eraseThis': {
    by: 'themselves',
    page: ({ person }) => `/my/erase/${person.id}`,
    words: 'Yes, erase me',
  },
  'app/my/share/[id]/actions.ts nameThem': {
    by: 'themselves',
    who: 'sleeper',
    page: ({ sleeper }) => `/my/share/${sleeper.id}`,
    words: 'Name or e-mail address',
    button: { roommate: 'Somebody Else' },
  },
  'app/my/share/[id]/actions.ts leaveThem': {
    by: 'themselves',
    who: 'sharer',
    page: ({ sharer }) => `/my/share/${sharer.id}`,
    words: 'Yes, leave the room',
  },
  'app/my/share/[id]/actions.ts sayBooked': {
    by: 'themselves',
    who: 'sleeper',
    page: () => '/my',
    words: 'I have booked',
  },
  'app/my/share/[id]/actions.ts needNone': {
    by: 'themselves',
    who: 'undecided',
    page: () => '/my',
    words: 'I need no room',
  },
  'app/my/still-coming/[id]/actions.ts sayYes': {
    by: 'themselves',
    page: ({ person }) => `/my/still-coming/${person.id}`,
    words: 'Yes, I am coming',
  },
  'app/my/still-coming/[id]/actions.ts sayNo': {
    by: 'themselves',
    page: ({ person }) => `/my/still-coming/${person.id}`,
    words: 'Yes, give it back',
  },
}
