import { isoInZone, type Language, sayDate, sayMoment } from '../dates'
import { registrationWindow, windowState } from '../events/rules'
import type { EventView } from '../events/schema'
import { callOffOf } from '../hotels/rules'
import type { ClaimStanding, ClaimState } from '../places/schema'
import type { Answers } from './check-answers'
import type {
  EventOffer,
  MailFacts,
  OfferWords,
  Presence,
  RegisterRefusal,
  RegistrationStatus,
} from './schema'

/** Why nobody can register this way now; null when they can. */
export function windowRefusal(event: EventView, presence: Presence, now: Date): RegisterRefusal | null {
  const state = windowState(event, presence === 'remote' ? 'remote' : 'on_site', now)
  if (state === 'cancelled') return 'event_cancelled'
  if (state === 'not_yet') return 'not_open_yet'
  return state === 'closed' ? 'closed' : null
}

/** Whether what somebody gave, one code or several with commas, opens what asks for this one; case does not matter. */
export const opensWith = (given: string | null, code: string): boolean =>
  codesIn(given).some((one) => plainCode(one) === plainCode(code))

const codesAtOnce = 5

/** The codes in what somebody gave; only so many at once, or one try would be a hundred. */
export const codesIn = (given: string | null): string[] =>
  (given ?? '')
    .split(',')
    .flatMap((one) => one.trim() || [])
    .slice(0, codesAtOnce)

const plainCode = (code: string): string => code.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** An event as it is open to somebody: an activity that asks for a code they do not have is not there. */
export const openTo = (offer: EventOffer, hasCode: (code: string) => boolean): EventOffer => ({
  ...offer,
  activities: offer.activities.filter(({ accessCode }) => accessCode === null || hasCode(accessCode)),
})

/** What codes open beside the event itself. */
export const closedCodes = ({ activities, questions }: EventOffer): string[] =>
  [...activities, ...questions].flatMap(({ accessCode }) => accessCode ?? [])

/** Where a registration starts: with an address to confirm, then with a person who approves, else confirmed. */
export const firstStatus = (
  event: Pick<EventView, 'isEmailConfirmed' | 'isApprovalRequired'>,
): RegistrationStatus =>
  event.isEmailConfirmed ? 'unverified' : event.isApprovalRequired ? 'pending_approval' : 'confirmed'

export const mayCancel = (event: EventView, status: string, now: Date): boolean =>
  status !== 'cancelled' && now < event.endsAt

/** When answers are frozen: as the event says, else when registering closes for this way of taking part. */
export const frozenFrom = (event: EventView, presence: Presence): Date =>
  event.freezesAt ?? registrationWindow(event, presence === 'remote' ? 'remote' : 'on_site').closesAt

/** Whether somebody may change everything, only what harms nobody, or nothing any more. */
export function changeState(
  event: EventView,
  { status, presence }: { status: RegistrationStatus; presence: Presence },
  now: Date,
): 'open' | 'frozen' | 'over' {
  if (status === 'cancelled' || event.status === 'cancelled' || now >= event.endsAt) return 'over'
  return now < frozenFrom(event, presence) ? 'open' : 'frozen'
}

/** What can still be said after the freeze date: it is read at the door or on the day, and moves nobody's plans. */
export const lateControls = ['photo', 'allergies', 'allergiesConsent', 'accessibility', 'listed'] as const

/** Whether somebody can pass their place on now. */
export const mayTransfer = (
  event: EventView,
  person: { status: RegistrationStatus; presence: Presence },
  now: Date,
): boolean =>
  event.isTransferAllowed && person.status === 'confirmed' && changeState(event, person, now) === 'open'

const transferDays = 7

/** A place is offered to somebody else for a week, and no longer than answers may change. */
export const transferEndsAt = (event: EventView, presence: Presence, now: Date): Date =>
  new Date(Math.min(now.getTime() + transferDays * 86_400_000, frozenFrom(event, presence).getTime()))

/** What mails and calendar entries say of the event; times as ISO 8601 with the zone's offset. */
export function eventFacts(event: OfferWords['event']): MailFacts['event'] {
  return {
    id: event.id,
    slug: event.slug,
    title: event.title,
    accent: event.accent,
    timezone: event.timezone,
    startsAt: isoInZone(event.startsAt, event.timezone),
    endsAt: isoInZone(event.endsAt, event.timezone),
    venueName: event.venueName,
    venueAddress: event.venueAddress,
    venueArrival: event.venueArrival,
    bring: event.isLegalNameRequired ? event.accessListBring : null,
    contactEmail: event.contacts[0]?.email ?? null,
    sequence: event.revision,
    isOffering: event.waiting === 'offer',
  }
}

/** A word for everything that can be held or waited for, by the id that claims carry. */
export function claimLabels(offer: OfferWords, language: Language, nights: string[]): Record<string, string> {
  const said = nights.map((night) => sayDate(night, language)).join(', ')
  const activities = offer.activities.map((one): [string, string] => [
    one.id,
    `${one.title} (${sayMoment(one.startsAt, offer.event.timezone, language)})`,
  ])
  const rooms = offer.hotels.flatMap((hotel) =>
    hotel.roomTypes.map((type): [string, string] => [
      type.id,
      [hotel.name, hotel.roomTypes.length > 1 ? type.name : null, said].filter(Boolean).join(' · '),
    ]),
  )
  const menu = offer.meals.flatMap((meal) =>
    meal.options.map((option): [string, string] => [option.id, `${meal.title}: ${option.name}`]),
  )
  return Object.fromEntries([...activities, ...rooms, ...menu])
}

/** What somebody loses who does not confirm: a place, a position in line, or nothing yet. */
export const unconfirmedStanding = (claims: ClaimStanding[]): ClaimState =>
  (claims.find(({ kind }) => kind === 'event') ?? claims[0])?.state ?? 'wished'

/** The facts that a new registration's mail starts from; how it stands is added where it is decided. */
export function mailFactsFor(
  offer: EventOffer,
  answers: Answers,
  made: { registrationId: string; code: string; language: Language },
): Omit<MailFacts, 'status' | 'claims'> {
  const { input, days, meals, stay } = answers
  const nights = stay?.nights ?? []
  const wanted = new Set(answers.wishes.map(({ subjectId }) => subjectId))
  const labels = Object.entries(claimLabels(offer, made.language, nights)).filter(([id]) => wanted.has(id))
  return {
    event: eventFacts(offer.event),
    name: input.name,
    code: made.code,
    organization: input.organization,
    photo: photoOf(answers),
    presence: input.presence,
    days,
    nights,
    meals: meals.map(({ label }) => label),
    diet: input.diet,
    labels: Object.fromEntries(labels),
    callOff: stay && callOffOf(stay.choice.hotel),
    registrationId: made.registrationId,
    manageVersion: 1,
  }
}

/** Only people on site are asked; nobody else is photographed there. */
export const photoOf = ({ input }: Answers) =>
  input.presence === 'on_site' ? (input.photo ?? 'not_asked') : 'not_asked'

/** Consents that can be taken back alone; the code of conduct goes with the registration. */
export const withdrawableConsents = ['allergies', 'accessibility', 'listed'] as const
export type WithdrawableConsent = (typeof withdrawableConsents)[number]

/** Which of what needs a consent somebody has told. */
export const toldOf = (held: {
  allergies: string | null
  accessibility: string | null
  isListed: boolean
}): Record<WithdrawableConsent, boolean> => ({
  allergies: held.allergies !== null,
  accessibility: held.accessibility !== null,
  listed: held.isListed,
})
