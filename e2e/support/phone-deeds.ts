import type { phones } from './callers'
import type { Deed } from './deeds'

type Phone = (typeof phones)[number]

/** What phones without an account see where they are more than nobody: at their own door, and at that of others. */
export const phoneDoors: Record<string, Record<Phone, number>> = {
  'app/check-in/[slug]/page.tsx': { phone: 200, otherPhone: 404 },
  'app/check-in/[slug]/meals/page.tsx': { phone: 403, otherPhone: 404 },
  'app/check-in/[slug]/unpaired/page.tsx': { phone: 307, otherPhone: 404 },
  'app/check-in/[slug]/manifest.webmanifest/route.ts': { phone: 200, otherPhone: 404 },
  'app/check-in/[slug]/badges/[id]/page.tsx': { phone: 403, otherPhone: 404 },
  'app/check-in/[slug]/walk-in/page.tsx': { phone: 403, otherPhone: 404 },
  'app/api/check-in/[slug]/arrivals/route.ts': { phone: 400, otherPhone: 404 },
  'app/api/check-in/[slug]/live/route.ts': { phone: 400, otherPhone: 404 },
  'app/api/check-in/[slug]/snapshot/route.ts': { phone: 200, otherPhone: 404 },
}

/** Where everybody sees the same: links that pair nothing, a phone that has left, and what only takes reports. */
export const phoneRooms = {
  'app/check-in/pair/[token]/page.tsx': 200,
  'app/check-in/[slug]/unpaired/page.tsx': 200,
  'app/api/check-in/[slug]/seen/route.ts': 405,
}

const local = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)
const page: Deed['page'] = ({ event }) => `/organizer/${event.slug}/devices`

/** What is pressed on the page of phones at the door. */
export const phoneDeeds: Record<string, Deed | 'anybody'> = {
  'app/check-in/pair/[token]/actions.ts pairPhone': 'anybody',
  'app/check-in/[slug]/unpaired/actions.ts unpair': 'anybody',
  'app/organizer/[slug]/devices/actions.ts makeLinkHere': {
    by: 'desk',
    page,
    words: 'Make the link',
    button: { name: 'Back door', role: 'supervisor', validFrom: local(-1), validUntil: local(1) },
  },
  'app/organizer/[slug]/devices/actions.ts takeLinkBack': { by: 'desk', page, words: 'Yes, take it back' },
  'app/organizer/[slug]/devices/actions.ts sendAway': { by: 'desk', page, words: 'Yes, send away' },
  'app/organizer/[slug]/devices/actions.ts rename': {
    by: 'desk',
    page,
    words: 'Name of Phone A',
    button: { name: 'North door' },
  },
}
