import { recordScans } from '@/lib/check-in/record-scans'
import { newId } from '@/lib/ids'
import type { CheckInKey } from '@/lib/keys'
import type { Deed } from './deeds'

/** A phone without network let somebody in whom the list refuses. */
export async function makeDoubt(event: { id: string }, key: CheckInKey, registrationId: string) {
  const scan = { id: newId(), registrationId, kind: 'arrive', at: new Date(), told: 'arrived' } as const
  await recordScans({ ...key, eventId: event.id }, { device: 'phone A', scans: [scan] })
  return scan.id
}

/** What is pressed at the door, and where organizers watch arrivals. */
export const arrivalDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/arrivals/actions.ts lookAtThis': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/arrivals`,
    words: 'I looked at it',
  },
  'app/check-in/[slug]/badges/[id]/actions.ts give': {
    by: 'searcher',
    page: ({ event, person }) => `/check-in/${event.slug}/badges/${person.id}`,
    words: 'Give this badge',
    button: { badge: '1' },
  },
  'app/organizer/[slug]/exports/actions.ts makeBlanksHere': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/exports`,
    words: 'Make blank badges',
    button: { count: '3' },
  },
  'app/check-in/[slug]/badges/[id]/actions.ts print': {
    by: 'searcher',
    page: ({ event, person }) => `/check-in/${event.slug}/badges/${person.id}`,
    words: 'Print this badge',
  },
  'app/check-in/[slug]/walk-in/actions.ts admit': {
    by: 'admitter',
    page: ({ event }) => `/check-in/${event.slug}/walk-in`,
    words: 'Register and let in',
    button: { name: 'Cy', email: 'cy@example.org', legalName: 'Cy', photo: 'fine', agreed: 'on_paper' },
  },
  'app/check-in/[slug]/actions.ts recordTap': {
    by: 'door',
    page: ({ event }) => `/check-in/${event.slug}?q=zo`,
    words: 'Zoë Sample',
  },
  'app/check-in/[slug]/actions.ts answerAboutPhotos': {
    by: 'door',
    page: ({ event, arrivalId }) => `/check-in/${event.slug}?answer=${arrivalId}`,
    words: 'No camera',
    button: { photo: 'no_camera' },
  },
  'app/check-in/[slug]/meals/actions.ts sayWhatIEat': {
    by: 'staff',
    page: ({ event }) => `/check-in/${event.slug}/meals`,
    words: 'Your diet',
    button: { diet: 'vegan' },
  },
}
