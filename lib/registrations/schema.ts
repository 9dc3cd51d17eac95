import { z } from 'zod'
import type { ActivityView } from '../activities/schema'
import type { EventView } from '../events/schema'
import type { CallOff, HotelView, RoomFacts } from '../hotels/schema'
import { diets, type MealView } from '../meals/schema'
import type { ClaimRef, ClaimStanding } from '../places/schema'
import type { QuestionView } from '../questions/schema'
import type { getMine } from './queries'

export const limits = {
  name: 200,
  email: 254,
  organization: 200,
  roommate: 200,
  allergies: 1000,
  accessibility: 2000,
  accessCode: 100,
} as const

/** What the control `stay` sends for "I don't know yet". */
export const undecided = 'undecided'

export const presences = ['on_site', 'remote', 'activity_only'] as const
export type Presence = (typeof presences)[number]
export type RegistrationStatus = 'unverified' | 'pending_approval' | 'confirmed' | 'waitlisted' | 'cancelled'
export type PhotoPreference = 'fine' | 'no_camera' | 'not_asked'

/** Everything a form of one event asks about. */
export type EventOffer = {
  event: EventView
  activities: ActivityView[]
  meals: MealView[]
  hotels: HotelView[]
  questions: QuestionView[]
  /** Whether nobody has to be asked about photos now: it is asked at the door, or was never. */
  isPhotoOpen?: boolean
}

/** What mails say of an offer: names and times. */
export type OfferWords = {
  event: Pick<
    EventView,
    | 'id'
    | 'slug'
    | 'title'
    | 'accent'
    | 'timezone'
    | 'startsAt'
    | 'endsAt'
    | 'venueName'
    | 'venueAddress'
    | 'venueArrival'
    | 'isLegalNameRequired'
    | 'accessListBring'
    | 'contacts'
    | 'revision'
    | 'waiting'
  >
  activities: Pick<ActivityView, 'id' | 'title' | 'startsAt'>[]
  meals: { title: string; options: { id: string; name: string }[] }[]
  hotels: (Pick<HotelView, 'name' | 'mode' | 'keyword' | 'link'> & {
    releaseOn: string | Date | null
    roomTypes: { id: string; name: string }[]
  })[]
}

/** What can be wrong with one answer; each has its sentence beside the form. */
export const fieldProblems = [
  'missing',
  'too_long',
  'not_an_email',
  'not_offered',
  'unreadable',
  'allergies_need_consent',
  'choose_room_type',
  'night_without_rooms',
  'night_full',
  'activity_full',
  'activity_closed',
  'option_full',
  'must_agree',
  'not_a_number',
  'not_a_date',
  'wrong_code',
  'day_full',
  'presence_full',
  'shared_room',
] as const
export type FieldProblem = (typeof fieldProblems)[number]

/** Why a registration is not taken; nothing is written then. */
export const registerRefusals = [
  'not_open_yet',
  'closed',
  'event_cancelled',
  'event_full',
  'too_many_tries',
  'invitation_spent',
  'too_many_codes',
] as const
export type RegisterRefusal = (typeof registerRefusals)[number]

/** Why it is not kept that somebody still comes. */
export type StillComingRefusal = 'event_over' | 'no_place'

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => !hasControls(text), 'unreadable')
    .refine((text) => text.length <= max, 'too_long')
const lines = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => !hasControls(text.replaceAll(/[\n\t]/g, '')), 'unreadable')
    .refine((text) => text.length <= max, 'too_long')
const orNull = (text: string): string | null => text || null

/** An address: compatibility forms folded, trimmed, at most 254 characters; compared in lower case. */
export const emailInput = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .refine((text) => text !== '', 'missing')
  .refine((text) => text.length <= limits.email, 'too_long')
  .refine((text) => text === '' || z.email().safeParse(text).success, 'not_an_email')

/** The answers of the form as text says them; which of them an event offers is checked in `check-answers.ts`. */
export const registrationInput = z.object({
  name: line(limits.name).refine(isVisible, 'missing'),
  email: emailInput,
  organization: line(limits.organization).transform(orNull),
  legalName: line(limits.name).transform(orNull),
  presence: z.enum(presences, { error: 'missing' }),
  days: z.array(z.iso.date({ error: 'not_offered' })),
  activities: z.array(z.string()),
  meals: z.record(z.string(), z.string()),
  diet: z.array(z.enum(diets, { error: 'not_offered' })).transform((chosen) => [...new Set(chosen)]),
  allergies: lines(limits.allergies).transform(orNull),
  allergiesConsent: z.boolean(),
  stay: z.string().transform(orNull),
  nights: z.array(z.iso.date({ error: 'not_offered' })),
  roommate: line(limits.roommate).transform(orNull),
  photo: z.enum(['fine', 'no_camera'], { error: 'missing' }).nullable(),
  accessibility: lines(limits.accessibility).transform(orNull),
  listed: z.boolean(),
  consents: z.array(z.string()),
  answers: z.record(z.string(), z.array(z.string())),
  accessCode: line(limits.accessCode).transform(orNull),
  invitation: z.string().transform((text) => (/^[\w-]{1,100}$/.test(text) ? text : null)),
  // It has no place on the page where a complaint could stand: a strange one is none.
  submissionId: z.string().transform((text) => (/^[\w-]{1,100}$/.test(text) ? text : null)),
})
export type RegistrationInput = z.output<typeof registrationInput>

/** Whom organizers invite personally: the mail goes there, and the form starts with it. */
export const invitationInput = z.object({
  name: line(limits.name).refine(isVisible, 'missing'),
  email: emailInput,
  language: z.enum(['en', 'de']).catch('en'),
})
export type InvitationInput = z.output<typeof invitationInput>
export const inviteRefusals = ['already_registered', 'already_invited', 'not_published'] as const
export type InviteRefusal = (typeof inviteRefusals)[number]
export type InvitationState = 'open' | 'used' | 'taken_back'
/** With what somebody opens the form: a code that opens something, or an invitation. */
export type Opening = {
  code: string | null
  invitation: { token: string; name: string; email: string } | null
  /** An invitation that was shown and opens nothing any more. */
  spent: Exclude<InvitationState, 'open'> | null
  tried: 'none' | 'open' | 'wrong' | 'too_many_codes'
}
export type InvitationRow = {
  id: string
  name: string
  email: string
  state: InvitationState
  registrationId: string | null
  createdAt: Date
}

/** With whom somebody would share: a name or an address, null for nobody. */
export const roommateInput = registrationInput.shape.roommate

/** How a registration stands, as its person is told. */
export type Standing = {
  registrationId: string | null
  status: RegistrationStatus
  unverifiedUntil: string | null
  claims: ClaimStanding[]
}
export type RegisterOutcome = Standing & { outcome: 'registered' | 'repeated' | 'already_registered' }

/** Everything one person told us and holds, for their own eyes. */
export type MyRegistration = Awaited<ReturnType<typeof getMine>>

/** What a mail about a registration needs to know; kept in the outbox, without address or link. */
export type MailFacts = {
  event: {
    id: string
    slug: string
    title: string
    accent: string | null
    timezone: string
    startsAt: string
    endsAt: string
    venueName: string | null
    venueAddress: string | null
    venueArrival: string | null
    bring: string | null
    contactEmail: string | null
    sequence: number
    /** Whoever is first in line is asked before a place is theirs. */
    isOffering?: boolean
  }
  name: string
  code: string
  organization: string | null
  photo: PhotoPreference
  presence: Presence
  days: string[]
  nights: string[]
  meals: string[]
  diet: string[]
  labels: Record<string, string>
  registrationId: string
  manageVersion: number
  status: RegistrationStatus
  unverifiedUntil?: string | null
  claims: ClaimStanding[]
  reason?: string
  /** How to book the room that is held, where people do so themselves. */
  callOff?: CallOff | null
  /** What a mail about a room is about. */
  room?: RoomFacts | null
  /** What this mail brings, offers or takes away. */
  news?: ClaimRef[]
  /** What they wished for and did not get, in their words: it was full, and there is no line for it. */
  missed?: string[]
}

function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}

function hasControls(text: string): boolean {
  // Bidirectional overrides would let a name rewrite what stands beside it; half a character is none in a database.
  return /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(text)
}
