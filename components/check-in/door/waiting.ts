import type { Verdict } from '@/lib/check-in/rules'
import type { ScanOutcome } from '@/lib/check-in/schema'
import type { Language } from '@/lib/languages'

export type ScanBody = {
  id: string
  code?: string
  registrationId?: string
  point: string
  kind: 'arrive' | 'undo' | 'leave'
  undoes?: string
  at: string
  idSeen?: boolean
  stickerGiven?: boolean
  force?: boolean
  /** Only what somebody was really told without network. */
  told?: ScanOutcome
}

/** Somebody whom no list knows, as they said it while there was no network. */
export type WalkInBody = {
  /** The registration's submission and the arrival's fact. */
  id: string
  at: string
  point: string
  name: string
  email: string
  organization: string
  legalName: string
  photo: 'fine' | 'no_camera'
  agreed: boolean
  language: Language
}

/** What somebody said about photos, and when. */
export type PhotoBody = { registrationId: string; photo: 'fine' | 'no_camera'; at: string }

/** What this device made of it by itself. */
export type Guess = Pick<Verdict, 'outcome' | 'reason' | 'isForced'>

/** Something noted here whose answer nobody has read yet; it is kept, sealed, until somebody has. */
export type Waiting =
  | {
      id: string
      to: 'scans'
      body: ScanBody
      registrationId: string | null
      guess: Guess
    }
  | { id: string; to: 'photo'; body: PhotoBody }
  | { id: string; to: 'walk-ins'; body: WalkInBody }

export type WaitingScan = Extract<Waiting, { to: 'scans' }>
export type WaitingWalkIn = Extract<Waiting, { to: 'walk-ins' }>
export type WaitingPhoto = Extract<Waiting, { to: 'photo' }>

/** The oldest first, by this device's clock. */
export const byAge = (one: Waiting, other: Waiting): number =>
  Date.parse(one.body.at) - Date.parse(other.body.at)
