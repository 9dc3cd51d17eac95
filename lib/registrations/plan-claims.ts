import { hasPlace } from '../places/rules'
import type { ClaimRef, PoolView, WholeClaim, Wish } from '../places/schema'

type PlannedWish = Omit<Wish, 'id'>

/** What becomes of the claims of somebody who wants other things; nothing is taken yet. */
export type ClaimPlan = {
  swaps: { id: string; pools: string[] }[]
  added: PlannedWish[]
  dropped: string[]
}

type Standing = {
  pools: Map<string, PoolView>
  /** Whoever waits for the event's place only wishes. */
  isResting: boolean
  /** Somebody in a shared room claims no places of their own: same nights are the same stay. */
  isSameStay: boolean
  /** Options by their meal: one dish is taken instead of another. */
  mealOf: (optionId: string) => string | undefined
}

/**
 * Compares what is claimed with what is wanted. What is kept is not touched; what is held is only given up for
 * something that is free, so `full` names everything new that is not. Pools must be read under the event's lock.
 */
export function planClaims(
  claims: WholeClaim[],
  wishes: PlannedWish[],
  standing: Standing,
): { plan: ClaimPlan; full: ClaimRef[] } {
  const plan: ClaimPlan = { swaps: [], added: [], dropped: [] }
  const full: ClaimRef[] = []
  const isFree = (pools: string[]) => pools.every((id) => hasPlace(standing.pools.get(id)!))
  for (const wish of wishes) {
    const claim = claims.find((one) => isSame(one, wish))
    const fresh = wish.pools.filter((id) => !claim?.pools.includes(id))
    if (claim && isKept(claim, wish, standing)) continue
    if (claim) {
      if (claim.state === 'held' && !isFree(fresh)) full.push(wish)
      plan.swaps.push({ id: claim.id, pools: wish.pools })
      continue
    }
    const isGift = !isTrade(claims, wish, standing)
    const mayWait = wish.mayWait && wish.kind !== 'event' && isGift
    const mayRest = wish.mayRest === true && isGift
    if (!standing.isResting && !mayWait && !mayRest && !isFree(wish.pools)) full.push(wish)
    plan.added.push({ ...wish, mayWait, mayRest })
  }
  plan.dropped = claims.filter((claim) => !wishes.some((wish) => isSame(claim, wish))).map(({ id }) => id)
  return { plan, full }
}

const isSame = (a: ClaimRef, b: ClaimRef): boolean => a.kind === b.kind && a.subjectId === b.subjectId

function isKept(claim: WholeClaim, wish: PlannedWish, { isSameStay }: Standing): boolean {
  if (claim.kind === 'stay') return isSameStay
  return (
    claim.kind === 'option' ||
    JSON.stringify(claim.pools.toSorted()) === JSON.stringify(wish.pools.toSorted())
  )
}

/** Whether something held is given up for this: then it has to be there, a place in line would be too little. */
const isTrade = (claims: WholeClaim[], wish: PlannedWish, { mealOf }: Standing): boolean =>
  claims.some(
    ({ kind, state, subjectId }) =>
      state === 'held' &&
      kind === wish.kind &&
      (kind === 'stay' || (kind === 'option' && mealOf(subjectId) === mealOf(wish.subjectId))),
  )
