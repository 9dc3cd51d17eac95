import type { Deed, Scene } from './deeds'

const access = ({ event }: Scene) => `/organizer/${event.slug}/exports/access`

const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)

/** What is pressed where lists are handed out, and by whom. */
export const listDeeds: Record<string, Deed> = {
  'app/organizer/[slug]/exports/actions.ts freezeHere': {
    by: 'desk',
    page: access,
    words: 'Freeze and hand out',
    button: { purpose: 'Admission', recipient: 'Reception', eraseOn: soon },
  },
  'app/organizer/[slug]/exports/actions.ts makeLinkHere': { by: 'desk', page: access, words: 'Make a link' },
  'app/organizer/[slug]/exports/actions.ts takeLinkBack': { by: 'desk', page: access, words: 'Take it back' },
  'app/organizer/[slug]/exports/actions.ts eraseHere': { by: 'desk', page: access, words: 'Yes, delete it' },
  'app/organizer/[slug]/exports/actions.ts handOverHere': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/exports/rooming`,
    words: 'Yes, it has',
  },
}
