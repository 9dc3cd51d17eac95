import { z } from 'zod'
import type { AnsweredQuestion } from '../questions/schema'

/** `live` in a filter is everybody who is registered: all but the cancelled. */
export const statuses = ['confirmed', 'waitlisted', 'pending_approval', 'unverified', 'cancelled'] as const
export const cancelReasons = ['person', 'organizer', 'declined', 'expired', 'transferred', 'erased'] as const
export const presenceWords = ['on_site', 'remote', 'activity_only'] as const
export const photoWords = ['fine', 'no_camera', 'not_asked'] as const
export const dietWords = [
  'none',
  'vegetarian',
  'vegan',
  'halal',
  'kosher',
  'gluten_free',
  'lactose_free',
  'nut_free',
  'other',
] as const
export const sourceWords = ['form', 'organizer', 'import', 'walk_in'] as const
/** What becomes of a wish to sleep there; `undecided` has not said yet whether. */
export const roomWords = ['wished', 'waiting', 'held', 'confirmed', 'released', 'undecided'] as const
/** What somebody can stand in line for. */
export const lineWords = ['event', 'activity', 'stay', 'option'] as const
export const yesNo = ['yes', 'no'] as const

// The database takes neither control characters nor halves of a surrogate pair.
const words = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
    .pipe(z.string().max(max))
const oneOf = <const Words extends readonly string[]>(list: Words) => z.enum(list).optional().catch(undefined)
const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
/** Any of them: an address may say `status` once or several times; what is none of ours is no filter. */
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.array(z.unknown()), z.unknown().transform((value) => [value])])
    .transform((values) => {
      const known = values.flatMap((value) => {
        const read = schema.safeParse(value)
        return read.success && read.data !== '' ? [read.data] : []
      })
      return known.length > 0 ? [...new Set(known)] : undefined
    })
    .optional()
const key = z.string().regex(/^[\w-]{1,100}$/)

const chosen = z.object({
  q: words(200).catch('').default(''),
  status: several(z.enum(['live', ...statuses])),
  reason: several(z.enum(cancelReasons)),
  presence: several(z.enum(presenceWords)),
  day: several(z.iso.date()),
  activity: several(key),
  option: several(z.uuid()),
  diet: several(z.enum([...dietWords, 'unsaid'])),
  hotel: several(key),
  roomType: several(z.uuid()),
  night: several(z.iso.date()),
  room: several(z.enum(roomWords)),
  sharing: oneOf(yesNo),
  photo: several(z.enum(photoWords)),
  listed: oneOf(yesNo),
  source: several(z.enum(sourceWords)),
  language: several(z.enum(['en', 'de'])),
  tag: several(words(50)),
  answers: z
    .record(z.string(), z.array(words(300)))
    .optional()
    .catch(undefined),
  answered: several(key),
  unanswered: several(key),
  arrived: oneOf(yesNo),
  coming: oneOf(yesNo),
  from: one(z.iso.date()),
  to: one(z.iso.date()),
  mail: several(z.enum(['waiting', 'failed'])),
  waiting: several(z.enum(lineWords)),
  offered: oneOf(yesNo),
  needs: oneOf(yesNo),
  note: oneOf(yesNo),
  place: one(z.uuid()),
  standing: oneOf(['held', 'waiting', 'wished']),
  sort: z.enum(['registered_at', 'name']).catch('registered_at').default('registered_at'),
  after: one(z.uuid()),
})

/**
 * What the attendee list is narrowed to; all of it together. Where one thing has several values, one of them is enough,
 * but a diet needs all. A `place` is anything that can run out; `answer.<key>` asks for an organizer's question.
 */
export const attendeeFilter = z.preprocess(gatherAnswers, chosen)
export type AttendeeFilter = z.output<typeof attendeeFilter>

/** The same as it is asked for in code: one value where one is enough. */
export type AskedFilter = {
  [Name in keyof AttendeeFilter]?:
    | AttendeeFilter[Name]
    | (AttendeeFilter[Name] extends (infer Value)[] | undefined ? Value : never)
}

export const attendeesPerPage = 50

export type AttendeeRow = {
  id: string
  name: string
  email: string
  organization: string | null
  code: string
  status: (typeof statuses)[number]
  presence: (typeof presenceWords)[number]
  photo: (typeof photoWords)[number]
  registeredAt: Date
  arrivedAt: Date | null
}

/** One page of the list; `next` is the cursor of the following one, `count` everybody who fits. */
export type AttendeePage = { rows: AttendeeRow[]; count: number; next: string | null }

/** Whether anything but the order was chosen. */
export const isNarrowed = ({ sort: _, after: __, q, ...filter }: AttendeeFilter): boolean =>
  q !== '' || Object.values(filter).some((value) => value !== undefined)

/** What one person told us, as their page shows it; dates are `2024-04-15`. */
export type PersonAnswers = Pick<
  AttendeeRow,
  'email' | 'organization' | 'presence' | 'photo' | 'registeredAt'
> & {
  legalName: string | null
  days: string[]
  diet: (typeof dietWords)[number][]
  meals: { meal: string; option: string; choice: string | null }[]
  stay: { hotel: string; roomType: string; nights: string[]; roommate: string | null } | null
  accessibility: string | null
  answers: AnsweredQuestion[]
  isListed: boolean
  consents: { kind: string; isGiven: boolean; textVersion: number }[]
  language: string
  source: 'form' | 'organizer' | 'import' | 'walk_in'
}

/** What happened to one person: at the door, in their mailbox, and in general. */
export type PersonTrail = {
  scans: {
    id: string
    serverAt: Date
    outcome: string
    point: string | null
    device: string
    userId: string | null
  }[]
  mails: {
    id: string
    kind: string
    state: 'waiting' | 'sent' | 'failed'
    createdAt: Date
    sentAt: Date | null
  }[]
  history: { id: string; at: Date; act: string; actorKind: string; actorId: string | null }[]
}

function gatherAnswers(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null) return {}
  const answers = Object.entries(asked).flatMap(([name, value]) => {
    const given = [value].flat().filter((one) => typeof one === 'string' && one !== '')
    return name.startsWith('answer.') && given.length > 0 ? [[name.slice('answer.'.length), given]] : []
  })
  return { ...(answers.length > 0 && { answers: Object.fromEntries(answers) }), ...asked }
}
