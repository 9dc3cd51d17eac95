import type { Deed } from './deeds'

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
