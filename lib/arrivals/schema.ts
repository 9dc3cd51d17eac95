import type { ScanRefusal } from '../check-in/schema'

export type Presence = 'on_site' | 'remote' | 'activity_only'

/** How the door of one event is doing, as it stands now. */
export type ArrivalBoard = {
  /** At the point that counts as arrival: who came, of those expected, by how they take part. */
  presences: { presence: Presence; arrived: number; expected: number }[]
  points: PointFigures[]
  last: LastArrival[]
  missing: { id: string; name: string; organization: string | null }[]
  doubts: DoubtLine[]
}

/** `inside` is null at points where nobody is scanned out. */
export type PointFigures = { key: string; name: string; arrived: number; inside: number | null }

export type LastArrival = { id: string; name: string; at: Date; device: string }

/** What a human should look at; `by` are the devices in the order of their scans. */
export type DoubtLine = {
  factId: string
  kind: 'let_in' | 'twice'
  registrationId: string | null
  name: string | null
  reason: ScanRefusal | null
  point: string | null
  by: { device: string; at: Date }[]
  lookedAt: Date | null
  lookedBy: string | null
}
