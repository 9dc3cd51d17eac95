import { z } from 'zod'
import type { AnsweredQuestion } from '../questions/schema'

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)

/** `live` in a filter is everybody who is registered: all but the cancelled. */
export const statuses = ['confirmed', 'waitlisted', 'pending_approval', 'unverified', 'cancelled'] as const
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

/** What the attendee list is narrowed to; all of it together. A `place` is anything that can run out. */
export const attendeeFilter = z.object({
  // The database takes neither control characters nor halves of a surrogate pair.
  q: z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
    .pipe(z.string().max(200))
    .catch('')
    .default(''),
  status: oneOf(['live', ...statuses]),
  presence: oneOf(presenceWords),
  photo: oneOf(photoWords),
  diet: oneOf(dietWords),
  arrived: oneOf(['yes', 'no']),
  coming: oneOf(['yes', 'no']),
  place: id,
  standing: oneOf(['held', 'waiting']),
  sort: z.enum(['registered_at', 'name']).catch('registered_at').default('registered_at'),
  after: id,
})
export type AttendeeFilter = z.output<typeof attendeeFilter>

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
