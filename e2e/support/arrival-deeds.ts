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

const posted = { nobody: 405, attendee: 405, door: 405, other: 405 }
const known = { nobody: 401, attendee: 401, other: 404 }

const desk = { nobody: 'sign-in', attendee: 'sign-in', door: 403, other: 404 } as const

/** What programs read at the door, what only takes reports, and where organizers watch. */
export const arrivalDoors = {
  'app/api/check-in/[slug]/arrivals/route.ts': { ...known, door: 400 },
  'app/api/check-in/[slug]/live/route.ts': { ...known, door: 400 },
  'app/api/check-in/[slug]/snapshot/route.ts': { ...known, door: 200 },
  'app/api/check-in/[slug]/photo/route.ts': posted,
  'app/api/check-in/[slug]/scans/route.ts': posted,
  'app/api/check-in/[slug]/search/route.ts': posted,
  'app/api/check-in/[slug]/walk-ins/route.ts': posted,
  'app/check-in/[slug]/manifest.webmanifest/route.ts': { ...known, door: 200 },
  'app/check-in/[slug]/walk-in/page.tsx': {
    nobody: 'sign-in',
    attendee: 'sign-in',
    door: 200,
    other: 404,
  } as const,
  'app/check-in/[slug]/badges/[id]/page.tsx': {
    nobody: 'sign-in',
    attendee: 'sign-in',
    door: 200,
    other: 404,
  } as const,
  'app/organizer/[slug]/arrivals/page.tsx': desk,
  'app/organizer/[slug]/arrivals/screen/page.tsx': desk,
}

/** What is pressed where organizers watch arrivals, and for whom no list knows. */
export const arrivalDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/arrivals/actions.ts lookAtThis': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/arrivals`,
    words: 'I looked at it',
  },
  'app/check-in/[slug]/badges/[id]/actions.ts give': {
    by: 'door',
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
    by: 'door',
    page: ({ event, person }) => `/check-in/${event.slug}/badges/${person.id}`,
    words: 'Print this badge',
  },
  'app/check-in/[slug]/walk-in/actions.ts admit': {
    by: 'door',
    page: ({ event }) => `/check-in/${event.slug}/walk-in`,
    words: 'Register and let in',
    button: { name: 'Cy', email: 'cy@example.org', legalName: 'Cy', photo: 'fine', agreed: 'on_paper' },
  },
}
