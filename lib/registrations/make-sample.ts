import { datesBetween, isoInZone, type Language, localDate } from '../dates'
import { translator } from '../messages'
import type { ClaimStanding, ClaimState } from '../places/schema'
import type { EventChange } from './compare-plans'
import type { SaidChange } from './describe-changes'
import { claimLabels, eventFacts } from './rules'
import type { EventOffer, MailFacts, RegistrationStatus } from './schema'

type Sample = MailFacts & {
  changes: (EventChange | SaidChange)[]
  until: string
  invitationId: string
}

const day = 86_400_000
const nobody = '00000000-0000-7000-8000-000000000000'
const standings: Record<string, { status: RegistrationStatus; place: ClaimState }> = {
  waitlisted: { status: 'waitlisted', place: 'waiting' },
  already_registered: { status: 'waitlisted', place: 'waiting' },
  offered: { status: 'waitlisted', place: 'held' },
  offer_expired: { status: 'waitlisted', place: 'waiting' },
  unverified: { status: 'unverified', place: 'held' },
  pending_approval: { status: 'pending_approval', place: 'wished' },
  expired: { status: 'cancelled', place: 'wished' },
  declined: { status: 'cancelled', place: 'wished' },
  cancelled: { status: 'cancelled', place: 'wished' },
}

/** What a mail of this kind would know of an invented person who chose a bit of everything this event offers. */
export function makeSample(offer: EventOffer, kind: string, language: Language, now: Date): Sample {
  const words = translator(language, 'mail.sample')
  const { event } = offer
  const { status, place } = standings[kind] ?? { status: 'confirmed', place: 'held' }
  const until = new Date(now.getTime() + day).toISOString()
  const room = offer.hotels.flatMap(({ roomTypes }) => roomTypes).find(({ nights }) => nights.length > 0)
  const slept = room?.nights.slice(0, 2).map(({ night }) => night)
  const nights = slept ?? [localDate(new Date(event.startsAt.getTime() - day), event.timezone)]
  const hotel = offer.hotels.find(({ roomTypes }) => room && roomTypes.includes(room))
  const activities = offer.activities.filter(({ presence }) => presence !== 'remote').slice(0, 2)
  const beside = place === 'held' && kind !== 'offered' ? 'held' : 'wished'
  const claims: ClaimStanding[] = [
    { ...claim('event', event.id, place), offeredUntil: kind === 'offered' ? until : null },
    ...activities.map(({ id }) => claim('activity', id, beside)),
    ...(room ? [claim('stay', room.id, beside)] : []),
  ]
  return {
    event: eventFacts(event),
    name: words('name'),
    code: 'K7QF-9MTD-WX2C',
    organization: words('organization'),
    photo: event.arePhotosTaken ? 'no_camera' : 'fine',
    presence: 'on_site',
    days: datesBetween(event.startsAt, event.endsAt, event.timezone),
    nights,
    meals: offer.meals.flatMap(({ title, options }) =>
      options.slice(0, 1).map(({ name }) => `${title}: ${name}`),
    ),
    diet: offer.meals.length > 0 ? ['vegetarian'] : [],
    labels: claimLabels(offer, language, nights),
    registrationId: nobody,
    manageVersion: 1,
    status,
    unverifiedUntil: status === 'unverified' ? until : null,
    claims,
    reason: kind === 'expired' || kind === 'declined' ? kind : 'person',
    news: [{ kind: 'event', subjectId: event.id }],
    room: {
      hotel: hotel?.name ?? words('hotel'),
      nights,
      roommate: words('roommate'),
      state: 'held',
      releaseOn: hotel?.releaseOn ?? nights[0]!,
      reason: 'organizer',
    },
    invitationId: nobody,
    changes: kind === 'changed' ? [answerChange(language)] : eventChanges(offer, language),
    until,
  }
}

const claim = (kind: ClaimStanding['kind'], subjectId: string, state: ClaimState): ClaimStanding => ({
  kind,
  subjectId,
  state,
  ahead: state === 'waiting' ? 2 : null,
  offeredUntil: null,
})

const answerChange = (language: Language): SaidChange => {
  const words = translator(language, 'mail.sample')
  return { what: words('answer'), from: words('before'), to: words('after') }
}

/** As if the event had been an hour earlier, and somewhere else. */
function eventChanges({ event }: EventOffer, language: Language): EventChange[] {
  const { timezone, venueName, venueAddress } = event
  const at = (instant: Date, hours: number) =>
    isoInZone(new Date(instant.getTime() + hours * 3_600_000), timezone)
  const appointment = (hours: number, place: string) => ({
    startsAt: at(event.startsAt, hours),
    endsAt: at(event.endsAt, hours),
    timezone,
    place,
  })
  const from = appointment(-1, translator(language, 'mail.sample')('oldPlace'))
  const to = appointment(0, [venueName, venueAddress].filter(Boolean).join('\n'))
  return [{ what: 'when', from, to }, ...(to.place ? [{ what: 'where', from, to } as const] : [])]
}
