import { z } from 'zod'
import type { AnsweredQuestion } from '../questions/schema'

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

// The database keeps neither control characters nor halves of a surrogate pair.
const plainText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'No control characters' })

const instant = z.iso
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

const ticked = z.literal('on').optional().transform(Boolean)

/** One tap at the desk: the fact's id was written into the form, so that a second tap is the same fact. */
export const deskScanInput = z.object({
  slug: z.string().max(200),
  id: z.guid(),
  registrationId: z.guid(),
  point: plainText(80),
  kind: z.enum(['arrive', 'undo']),
  undoes: z.guid().optional(),
  idSeen: ticked,
  stickerGiven: ticked,
  force: ticked,
  /** The answer to stay at when this tap only adds to it. */
  answer: z.guid().optional(),
})

export const deskPhotoInput = z.object({
  slug: z.string().max(200),
  registrationId: z.guid(),
  point: plainText(80),
  photo: z.enum(['fine', 'no_camera']),
  answer: z.guid(),
})

export type DoorPoint = { key: string; name: string; isArrival: boolean }

/** A person in the door's search: never an address, a diet or a hotel. */
export type DoorRow = {
  registrationId: string
  name: string
  organization: string | null
  codeEnd: string
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
  /** Only to the questions that are marked for the door. */
  answers: AnsweredQuestion[]
  cancelledAt: Date | null
  /** The arrival that an undo would name; null when nobody is in. */
  arrivalId: string | null
}
