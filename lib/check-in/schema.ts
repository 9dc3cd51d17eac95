import { z } from 'zod'
import type { DoorRank } from '../keys'
import type { AnsweredQuestion, AnswerValue } from '../questions/schema'
import type { AddRefusal } from '../registrations/by-hand-input'

/** The words a scan is refused with. */
export const scanRefusals = [
  'unknown',
  'unknown_point',
  'unverified',
  'pending_approval',
  'waitlisted',
  'cancelled',
  'nothing_to_undo',
  'no_exit',
  'not_inside',
] as const
export type ScanRefusal = (typeof scanRefusals)[number]

export const mostScansInABatch = 500

/** What the page itself is called among the devices. */
export const deskDevice = 'desk'

/** What stands on a person's badge and in their hands; nothing else reaches a device. */
export type ScannedPerson = {
  name: string
  organization?: string
  noCamera: boolean
  badge?: string
  activities: string[]
}

export const scanOutcomes = ['arrived', 'already_arrived', 'left', 'undone', 'refused'] as const
export type ScanOutcome = (typeof scanOutcomes)[number]

export type ScanResult = {
  id: string
  outcome: ScanOutcome
  reason?: ScanRefusal
  firstAt?: string
  person?: ScannedPerson
}

export type WalkInRefusal = AddRefusal | 'not_allowed' | 'unknown_point'

/** A walk-in's answer: that of their arrival, or why nobody was registered. */
export type WalkInResult =
  | (ScanResult & { registrationId: string })
  | { id: string; outcome: 'not_registered'; reason: WalkInRefusal; fields?: string[] }

// The database keeps neither control characters nor halves of a surrogate pair.
export const plainText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'No control characters' })

export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() >= 0 && at.getTime() < Date.UTC(3000, 0), { error: 'Not a time of ours' })

const scanInput = z
  .strictObject({
    id: z.guid(),
    code: plainText(200).optional(),
    registrationId: z.guid().optional(),
    point: plainText(80).nullish(),
    kind: z.enum(['arrive', 'undo', 'leave']),
    undoes: z.guid().nullish(),
    at: instant,
    /** What a device without network told its holder by itself. */
    told: z.enum(scanOutcomes).nullish(),
    idSeen: z.boolean().nullish(),
    stickerGiven: z.boolean().nullish(),
    force: z.boolean().nullish(),
  })
  .refine((scan) => scan.code === undefined || scan.registrationId === undefined, {
    error: 'Say "code" or "registrationId", not both',
  })
  .refine((scan) => scan.code ?? scan.registrationId ?? (scan.kind === 'undo' ? scan.undoes : undefined), {
    error: 'Say whom: "code" or "registrationId"',
  })

/** What `POST /api/check-in/{slug}/scans` takes. */
export const scanBatchInput = z.strictObject({
  device: plainText(80),
  /** What the device's clock said when it sent this; its error is taken out of every `at`. */
  sentAt: instant.optional(),
  scans: z.array(scanInput).max(mostScansInABatch),
})

export type ScanBatch = z.infer<typeof scanBatchInput>
export type Scan = ScanBatch['scans'][number]

/** What `POST search` and `POST photo` take. */
/** Where somebody at the door presses: an action's own arguments come from outside, too. */
export const deskInput = z.object({ slug: z.string(), point: plainText(80).or(z.literal('')) })
export const doorSearchInput = z.strictObject({ text: plainText(200), point: plainText(80) })
export const doorPhotoInput = z.strictObject({
  registrationId: z.guid(),
  photo: z.enum(['fine', 'no_camera']),
  /** When it was said, by a clock that says `sentAt` now. */
  at: instant.optional(),
  sentAt: instant.optional(),
})

export type DoorPoint = { key: string; name: string; isArrival: boolean; hasExits: boolean }

/** A person in the door's search: never an address, a diet or a hotel. */
export type DoorRow = {
  registrationId: string
  name: string
  organization: string | null
  /** Null on a device, which knows no codes. */
  codeEnd: string | null
  status: 'confirmed' | 'waitlisted' | 'unverified' | 'pending_approval' | 'cancelled'
  legalName: string | null
  arrivedAt: Date | null
}

export type DoorCount = { arrived: number; expected: number }

/** The big answer to one fact, as it stands now. */
export type ArrivalCard = {
  factId: string
  outcome: ScanOutcome
  reason: ScanRefusal | null
  /** When it happened: for somebody already here, when they came, and on which device. */
  at: Date
  firstDevice: string | null
  isForced: boolean
  pointKey: string | null
  person: ArrivalPerson | null
}

export type ArrivalPerson = {
  registrationId: string
  name: string
  organization: string | null
  legalName: string | null
  isIdSeen: boolean
  isStickerGiven: boolean
  photo: 'fine' | 'no_camera' | 'not_asked'
  activities: string[]
  badge?: string
  meals?: string[]
  /** Only to the questions that are marked for the door. */
  answers: { question: Snapshot['questions'][number]; value: AnswerValue }[]
  cancelledAt: Date | null
  /** The arrival that an undo would name; null when nobody is in. */
  arrivalId: string | null
  /** Came, and was scanned going out since. */
  isOut: boolean
}

/** What a device holds to go on without network: GET /api/check-in/{slug}/snapshot. */
export type Snapshot = {
  event: Record<'id' | 'slug' | 'title' | 'timezone' | 'startsAt' | 'endsAt', string> & {
    isIdNeeded: boolean
  }
  device: { id: string | null; name: string | null; rank: DoorRank; endsAt: string | null }
  points: DoorPoint[]
  /** Titles; people name them by where they stand here. Meals are names only, never a menu or a diet. */
  activities: string[]
  meals: string[]
  questions: Pick<AnsweredQuestion['question'], 'key' | 'labels' | 'type'>[]
  people: SnapshotPerson[]
  arrivals: Arrival[]
  doubts: Doubt[]
  /** Where to go on reading: `GET arrivals?since=`, `GET live?since=`. */
  cursor: string
  /** Another word than in the last message: points, titles or questions changed, take a new snapshot. */
  stamp: string
  at: string
}

/** Short names, because there are thousands: what is usual is left out. */
export type SnapshotPerson = {
  /** The registration; below, the first 16 bytes of the SHA-256 of the code as `asCode` writes it, base64url. */
  i: string
  h: string
  /** Name and organisation; status, photo preference and presence where not confirmed, fine, on site. */
  n: string
  o?: string
  s?: Exclude<DoorRow['status'], 'confirmed'>
  p?: 'no_camera' | 'not_asked'
  r?: 'remote' | 'activity_only'
  /** A badge that was blank: its number, its code as `h`; held activities and booked meals, as places in the lists. */
  b?: string
  c?: string
  a?: number[]
  m?: number[]
  /** Legal name, only where the event keeps an access list; what was answered to the snapshot's questions. */
  l?: string
  q?: [question: number, answer: AnswerValue][]
}

/** One scan, fact `f`, that tells who is in, as it travels to devices; `whoIsIn` reads a set of them, in any order, twice too. */
export type Arrival = {
  f: string
  /** Who: null where an undo reached us before what it names. */
  i: string | null
  p: string | null
  /** `knock`: a scan of somebody not confirmed, which counts only if a supervisor's scan has let them in before it. */
  k: 'arrive' | 'undo' | 'leave' | 'knock'
  /** What an undo takes back. */
  u?: string
  /** When, by the device's corrected clock, in milliseconds; of one moment the lesser `f` is first. */
  t: number
  /** The device's name, and whether a supervisor let in who is not confirmed. */
  d: string
  x?: true
  /** What was ticked with it: an ID seen, a sticker given. */
  v?: true
  g?: true
}

/** What a human should look at: somebody let in offline whom the server refuses, or by two devices at once. */
export type Doubt = {
  /** The fact it is about; of two, the later. */
  f: string
  i: string | null
  kind: 'let_in' | 'twice'
  reason?: ScanRefusal
  p: string | null
  /** Each device with when it let them in, in milliseconds; the earlier first. */
  by: { d: string; t: number }[]
}

/** `GET arrivals` and each message of `GET live`: what is new since a cursor; some of it twice. `doubts` are all open ones. */
export type DoorNews = {
  arrivals: Arrival[]
  people: SnapshotPerson[]
  /** Registrations to forget: erased. */
  gone: string[]
  doubts: Doubt[]
  cursor: string
  stamp: string
}
