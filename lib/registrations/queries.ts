import 'server-only'
import { listPublicActivities } from '../activities/queries'
import { now } from '../clock'
import { dateOf, type Language } from '../dates'
import { db, type Transaction } from '../db/client'
import { getEventFor, getWholeEvent } from '../events/queries'
import type { Contact, EventView } from '../events/schema'
import { listPublicHotels } from '../hotels/queries'
import { callOffOf, hotelOf } from '../hotels/rules'
import type { AttendeeKey } from '../keys'
import type { Recipient } from '../mail/queue-mail'
import { listPublicMeals } from '../meals/queries'
import { listClaims } from '../places/queries'
import { listAnswers, listPublicQuestions } from '../questions/queries'
import { claimLabels, eventFacts } from './rules'
import type { EventOffer, MailFacts, OfferWords } from './schema'

/** Public: everything one event offers; a single statement was spent on `event`, the rest is kept per revision. */
export async function getPublicOffer(event: EventView): Promise<EventOffer> {
  const [activities, meals, hotels, questions] = await Promise.all([
    listPublicActivities(event),
    listPublicMeals(event),
    listPublicHotels(event),
    listPublicQuestions(event),
  ])
  return { event, activities, meals, hotels, questions }
}

export const getOfferFor = async (key: { eventId: string }): Promise<EventOffer> =>
  getPublicOffer(await getEventFor(key))

/** The same for mails, read inside a transaction that may have changed the event itself. */
export async function getWordsInside(tx: Transaction, eventId: string): Promise<OfferWords> {
  const { activities, meals, hotels, ...event } = await getWholeEvent(tx, eventId)
  return { event: { ...event, contacts: event.contacts as Contact[] }, activities, meals, hotels }
}

/**
 * What a mail to one registered person needs, as things stand inside this transaction. `words` may be read before it,
 * never beside it: whoever holds a connection and waits for a second one stops everybody when all do.
 */
export async function getMailFacts(
  tx: Transaction,
  registrationId: string,
  words?: OfferWords,
): Promise<{ to: Recipient; facts: MailFacts }> {
  const where = { id: registrationId }
  // One list a query: inside a transaction Prisma would send several at once over its one connection.
  const row = await tx.registration.findUniqueOrThrow({ where, include: { mealChoices: true } })
  const { stay } = await tx.registration.findUniqueOrThrow({ where, select: { stay: true } })
  const claims = await listClaims(tx, registrationId)
  const said = words ?? (await getWordsInside(tx, row.eventId))
  const language = row.language as Language
  const nights = stay?.nights.map(dateOf) ?? []
  const labels = claimLabels(said, language, nights)
  const chosen = new Set(row.mealChoices.map(({ optionId }) => optionId))
  return {
    to: { name: row.name, address: row.email, language },
    facts: {
      event: eventFacts(said.event),
      name: row.name,
      code: row.code,
      organization: row.organization,
      photo: row.photo,
      presence: row.presence,
      days: row.days.map(dateOf),
      nights,
      meals: said.meals.flatMap(({ title, options }) =>
        options.filter(({ id }) => chosen.has(id)).map(({ name }) => `${title}: ${name}`),
      ),
      diet: row.diet,
      labels: Object.fromEntries(
        claims.flatMap(({ subjectId }) => (labels[subjectId] ? [[subjectId, labels[subjectId]]] : [])),
      ),
      registrationId,
      manageVersion: row.manageVersion,
      status: row.status,
      unverifiedUntil: row.unverifiedUntil?.toISOString() ?? null,
      claims,
      callOff: stay && callOffOf(hotelOf(said.hotels, stay.roomTypeId)),
    },
  }
}

/** Everything one person told us and holds, for their own eyes. */
export async function getMine(key: AttendeeKey) {
  const row = await db().registration.findUniqueOrThrow({
    where: { id: key.registrationId },
    include: {
      mealChoices: { include: { meal: true, option: true } },
      stay: true,
      allergyNote: true,
      consents: true,
    },
  })
  const offer = await getOfferFor(key)
  const claims = await listClaims(db(), key.registrationId)
  const nights = row.stay?.nights.map(dateOf) ?? []
  return {
    id: row.id,
    code: row.code,
    status: row.status,
    cancelReason: row.cancelReason,
    name: row.name,
    email: row.email,
    organization: row.organization,
    legalName: row.legalName,
    presence: row.presence,
    days: row.days.map(dateOf),
    diet: row.diet,
    photo: row.photo,
    accessibility: row.accessibility,
    isListed: row.isListed,
    registeredAt: row.registeredAt,
    meals: row.mealChoices.map(({ meal, option }) => ({ meal: meal.title, option: option.name })),
    nights,
    roommate: row.stay?.roommate ?? null,
    roomTypeId: row.stay?.roomTypeId ?? null,
    allergies: row.allergyNote?.text ?? null,
    answers: await listAnswers(db(), key.registrationId),
    unverifiedUntil: row.unverifiedUntil,
    stillComingAt: row.stillComingAt,
    isStayUndecided: row.isStayUndecided,
    version: row.version,
    claims,
    labels: claimLabels(offer, row.language as Language, nights),
    offer,
  }
}

/** The place that somebody has offered to another person, while the offer stands. */
export const findOpenTransfer = ({ registrationId }: AttendeeKey) =>
  db().registrationToken.findFirst({
    where: { registrationId, purpose: 'transfer', usedAt: null, expiresAt: { gt: now() } },
    select: { email: true, expiresAt: true },
  })
