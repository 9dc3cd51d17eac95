export type PoolKind = 'on_site' | 'remote' | 'day' | 'activity' | 'night' | 'option'
export const claimKinds = ['event', 'activity', 'stay', 'option'] as const
export type ClaimKind = (typeof claimKinds)[number]
export type ClaimState = 'wished' | 'waiting' | 'held'

/** A limited thing as it stands: `size` null is unlimited, `day` is a date (`2024-04-15`) for days and nights. */
export type PoolView = { id: string; kind: PoolKind; day: string | null; size: number | null; taken: number }

/** One wish in a line: all of `pools` or nothing. `queuedAt` has microseconds and is compared as text. */
export type WaitingClaim = {
  id: string
  registrationId: string
  kind: ClaimKind
  subjectId: string
  queuedAt: string
  pools: string[]
}

/**
 * What somebody wants to take; `mayWait` false refuses instead of queueing, or with `mayRest` keeps a wish that nobody
 * promises.
 */
export type Wish = {
  id: string
  kind: ClaimKind
  subjectId: string
  pools: string[]
  mayWait: boolean
  mayRest?: boolean
}

/**
 * How one wish stands, as its person is told; `ahead` counts those before them who want any of the same, and what is
 * held with `offeredUntil` (an ISO instant) is an offer that ends then.
 */
export type ClaimStanding = {
  kind: ClaimKind
  subjectId: string
  state: ClaimState
  ahead: number | null
  offeredUntil: string | null
}

/** One claim of somebody: what kind of thing, and which. */
export type ClaimRef = { kind: ClaimKind; subjectId: string }

/** A claim with everything it stands for; `pools` are the places it holds, waits for or wishes. */
export type WholeClaim = ClaimRef & { id: string; state: ClaimState; isOffered: boolean; pools: string[] }

/** One claim as it is kept. */
export type ClaimView = {
  id: string
  subjectId: string
  state: ClaimState
  queuedAt: Date
  offeredUntil: Date | null
}
