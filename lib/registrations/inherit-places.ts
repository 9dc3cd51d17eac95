import { hasPlace } from '../places/rules'
import type { PoolView } from '../places/schema'
import type { Answers } from './check-answers'
import type { Held } from './read-held'

type Wishes = Answers['wishes']

/** What is somebody's own: not an offer, which nobody else can answer, nor a room that stays with whoever shares it. */
export const claimsToPassOn = ({ claims, isSharing }: Held): Held['claims'] =>
  claims.filter(
    ({ kind, state, isOffered }) => state === 'held' && !isOffered && !(isSharing && kind === 'stay'),
  )

/**
 * What of somebody's places becomes another's who wants the same things: all of it where whatever else that wish needs
 * is free, none of it where the wish has to wait. `wishes` are what is still to be taken. Pools must be read under the
 * event's lock.
 */
export function inheritPlaces(
  held: Held,
  wanted: Wishes,
  pools: Map<string, PoolView>,
): { wishes: Wishes; inherited: Wishes } {
  const claims = claimsToPassOn(held)
  const inherited: Wishes = []
  const wishes = wanted.map((wish) => {
    const claim = claims.find(({ kind, subjectId }) => kind === wish.kind && subjectId === wish.subjectId)
    if (!claim) return wish
    const theirs = wish.pools.filter((id) => claim.pools.includes(id))
    const rest = wish.pools.filter((id) => !claim.pools.includes(id))
    if (!rest.every((id) => hasPlace(pools.get(id)!))) return wish
    inherited.push({ ...wish, pools: theirs })
    return { ...wish, pools: rest }
  })
  return { wishes, inherited }
}
