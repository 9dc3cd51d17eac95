import type { ScanOutcome } from '@/lib/check-in/schema'

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

/** Something noted here whose answer nobody has read yet; it is kept, sealed, until somebody has. */
export type Waiting =
  | {
      id: string
      to: 'scans'
      body: ScanBody
      registrationId: string | null
      guess: ScanOutcome
      isForced?: true
    }
  | { id: string; to: 'photo'; body: { registrationId: string; photo: 'fine' | 'no_camera' } }

export type WaitingScan = Extract<Waiting, { to: 'scans' }>
