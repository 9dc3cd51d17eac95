import { z } from 'zod'
import { diets } from '../meals/schema'
import type { AnsweredQuestion, AnswerValue } from '../questions/schema'

/** `live` in a filter is everybody who is registered: all but the cancelled. */
export const statuses = ['confirmed', 'waitlisted', 'pending_approval', 'unverified', 'cancelled'] as const
export const cancelReasons = ['person', 'organizer', 'declined', 'expired', 'transferred', 'erased'] as const
export const presenceWords = ['on_site', 'remote', 'activity_only'] as const
export const photoWords = ['fine', 'no_camera', 'not_asked'] as const
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
const date = z.iso.date().refine((text) => text >= '0001') // PostgreSQL has no year 0000
/** One hour in the event's zone: `2024-04-16T09`. */
const hour = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00:00Z`)))
const key = z.string().regex(/^[\w-]{1,100}$/)
const answerName = z.templateLiteral(['answer.', key])

/** What the list can stand in the order of, beside any question as `answer.<key>`. */
export const sortWords = [
  'registered_at',
  'name',
  'status',
  'photo',
  'presence',
  'organization',
  'arrived',
  'email',
  'code',
  'diet',
  'room',
  'language',
  'source',
  'listed',
] as const
export type AttendeeSort = (typeof sortWords)[number] | `answer.${string}`

const chosen = z.object({
  q: words(200).catch('').default(''),
  status: several(z.enum(['live', ...statuses])),
  reason: several(z.enum(cancelReasons)),
  presence: several(z.enum(presenceWords)),
  day: several(date),
  activity: several(key),
  option: several(z.uuid()),
  diet: several(z.enum([...diets, 'unsaid'])),
  hotel: several(key),
  roomType: several(z.uuid()),
  night: several(date),
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
  arrivedIn: one(hour),
  coming: oneOf(yesNo),
  from: one(date),
  to: one(date),
  mail: several(z.enum(['waiting', 'failed'])),
  waiting: several(z.enum(lineWords)),
  offered: oneOf(yesNo),
  needs: oneOf(yesNo),
  note: oneOf(yesNo),
  /** Ticked by name; what is done to many is done to these. */
  person: several(z.uuid()),
  place: one(z.uuid()),
  standing: oneOf(['held', 'waiting', 'wished']),
  sort: z
    .union([z.enum(sortWords), answerName])
    .catch('registered_at')
    .default('registered_at'),
  way: oneOf(['asc', 'desc']),
  after: one(z.uuid()),
  before: one(z.uuid()),
  view: one(z.uuid()),
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

/** The columns beside the name, in their order; each question is one more, as `answer.<key>`. */
export const columnWords = [
  'status',
  'photo',
  'presence',
  'organization',
  'registered_at',
  'arrived',
  'email',
  'code',
  'days',
  'activities',
  'meals',
  'diet',
  'room',
  'nights',
  'language',
  'source',
  'listed',
  'tags',
] as const
export type AttendeeColumn = (typeof columnWords)[number] | `answer.${string}`
export const defaultColumns: AttendeeColumn[] = columnWords.slice(0, 7)
export const columnsInput = z.array(z.union([z.enum(columnWords), answerName])).max(60)

/** A list that somebody comes back to. */
export const viewInput = z.object({
  name: words(80).pipe(z.string().min(1, 'missing')),
  isShared: z.boolean(),
  query: z.string().max(4_000),
})
export type AttendeeView = {
  id: string
  name: string
  isShared: boolean
  isMine: boolean
  query: string
  columns: AttendeeColumn[]
}
export const mostViews = 50
export type ViewRefusal = 'too_many_views' | 'unknown_view'

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
  days: string[]
  diet: (typeof diets)[number][]
  activities: string[]
  meals: string[]
  room: { name: string; nights: string[]; state: Exclude<(typeof roomWords)[number], 'undecided'> } | null
  language: string
  source: (typeof sourceWords)[number]
  isListed: boolean
  tags: string[]
  answers: Record<string, AnswerValue>
}

/** One page of the list, `count` of everybody who fits; `next` and `previous` are the cursors of its neighbours. */
export type AttendeePage = {
  rows: AttendeeRow[]
  count: number
  next: string | null
  previous: string | null
}

const apart = ['sort', 'way', 'after', 'before', 'view']
/** Whether anything but the order was chosen. */
export const isNarrowed = (filter: AttendeeFilter): boolean =>
  Object.entries(filter).some(([name, value]) => !apart.includes(name) && value !== undefined && value !== '')

/** What one person told us, as their page shows it; dates are `2024-04-15`. */
export type PersonAnswers = Pick<
  AttendeeRow,
  'email' | 'organization' | 'presence' | 'photo' | 'registeredAt'
> & {
  legalName: string | null
  days: string[]
  diet: (typeof diets)[number][]
  meals: { meal: string; option: string; choice: string | null }[]
  stay: { hotel: string; roomType: string; nights: string[]; roommate: string | null } | null
  accessibility: string | null
  answers: AnsweredQuestion[]
  isListed: boolean
  consents: {
    id: string
    kind: string
    isGiven: boolean
    textVersion: number
    decidedAt: Date
    withdrawnAt: Date | null
  }[]
  language: string
  source: 'form' | 'organizer' | 'import' | 'walk_in'
}

function gatherAnswers(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null) return {}
  const answers = Object.entries(asked).flatMap(([name, value]) => {
    const given = [value].flat().filter((one) => typeof one === 'string' && one !== '')
    return name.startsWith('answer.') && given.length > 0 ? [[name.slice('answer.'.length), given]] : []
  })
  return { ...(answers.length > 0 && { answers: Object.fromEntries(answers) }), ...asked }
}
