import type { Verdict } from '@/lib/check-in/rules'
import type { ScannedPerson, ScanOutcome, ScanRefusal, WalkInRefusal } from '@/lib/check-in/schema'
import type { Picture } from './picture'
import type { WalkInBody } from './waiting'

/** The answer on the screen. `by` says whether the list has spoken, or this device alone. */
export type Shown = {
  factId: string
  kind: 'arrive' | 'undo' | 'leave'
  verdict: Verdict
  by: 'list' | 'device'
  at: number
  point: string
  registrationId: string | null
  /** Of somebody this device has not heard of, what the list said. */
  told: ScannedPerson | null
  code: string | null
}

/** Somebody was told one thing here, and the list says another. */
export type Difference = { factId: string; name: string; told: ScanOutcome; outcome: ScanOutcome }

/** Somebody who was let in without network, and whom the list does not have as arrived. */
export type Unlisted = Pick<WalkInBody, 'id' | 'name' | 'email'> & {
  reason: ScanRefusal | WalkInRefusal
  fields: string[]
}

/** A scan that the list could not read: it counts nowhere. */
export type Aside = { id: string; name: string; at: number; point: string }

export type DoorState = {
  picture: Picture
  /** Counts what was learned, since the picture itself changes in place. */
  edition: number
  device: string
  point: string
  isGoingOut: boolean
  shown: Shown | null
  isAsking: boolean
  /** Somebody was scanned before a question about the one on the screen was answered. */
  isHeldUp: boolean
  /** This device could not write down what was noted last. */
  isNotKept: boolean
  offlineSince: number | null
  waiting: number
  differences: Difference[]
  unlisted: Unlisted[]
  aside: Aside[]
  isOver: boolean
}

export type DoorStore = ReturnType<typeof keepState>

/** The one place where a door's page learns what to show. */
export function keepState(first: DoorState) {
  let state = first
  const hearers = new Set<() => void>()
  return {
    get: () => state,
    set(change: Partial<DoorState>) {
      state = { ...state, ...change }
      for (const hear of hearers) hear()
    },
    learn(change: Partial<DoorState> = {}) {
      this.set({ ...change, edition: state.edition + 1 })
    },
    subscribe(hear: () => void) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
  }
}
