import 'server-only'
import { now as present } from '../clock'
import type { Transaction } from '../db/client'
import { getWaitingRule } from '../events/queries'
import { mayPromote } from '../events/rules'
import { recordHistory } from '../history/record'
import { findGuest } from '../hotels/queries'
import { queueMail } from '../mail/queue-mail'
import { offerEndsAt } from '../places/rules'
import type { ClaimRef } from '../places/schema'
import { giveAway } from './give-away'
import { getMailFacts, getWordsInside } from './queries'
import type { OfferWords } from './schema'

/**
 * Gives every free place of an event to the first in line whose whole set fits, until nobody fits; each person who
 * got something is told once. Where the event offers, the place is held until they answer or the offer ends.
 * Unverified people keep their position but are passed. Answers who was promoted. Ends when the event starts; nothing
 * is given where the waiting list is off. Without `words` the mails say what this transaction has made of the event.
 */
export async function promoteWaiting(
  tx: Transaction,
  eventId: string,
  words?: OfferWords,
): Promise<string[]> {
  const rule = await getWaitingRule(tx, eventId)
  const now = present()
  if (!mayPromote(rule, now)) return []
  const offeredUntil = rule.waiting === 'offer' ? offerUntil(rule, now) : null
  const came = await giveAway(tx, eventId, offeredUntil)
  if (came.size === 0) return []
  const said = words ?? (await getWordsInside(tx, eventId))
  const kind = offeredUntil ? 'offered' : 'promoted'
  for (const [registrationId, news] of came) {
    await tellOfPlace(tx, { eventId, registrationId, kind, news }, said)
    const guest = offeredUntil ? null : await findGuest(tx, registrationId)
    const room = news.filter((one) => one.kind === 'stay')
    if (!guest || room.length === 0) continue
    await tellOfPlace(tx, { eventId, registrationId: guest, kind, news: room }, said)
  }
  return [...came.keys()]
}

type Told = {
  eventId: string
  registrationId: string
  kind: 'promoted' | 'offered'
  news: readonly ClaimRef[]
}

/** Somebody got `news`, or is offered it: a mail, and a line in their history. */
export async function tellOfPlace(tx: Transaction, told: Told, words: OfferWords): Promise<void> {
  const { eventId, registrationId, kind, news } = told
  const { to, facts } = await getMailFacts(tx, registrationId, words)
  await queueMail(tx, { kind, eventId, registrationId, to, facts: { ...facts, news } })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'system', id: null },
    act: kind,
    subject: 'registration',
    subjectId: registrationId,
    facts: { what: news.map((one) => one.kind) },
  })
}

type WaitingRule = Awaited<ReturnType<typeof getWaitingRule>>

/** An offer lasts as the event says, but nobody gets an answer after it has begun. */
function offerUntil({ offerHours, timezone, startsAt }: WaitingRule, now: Date): Date {
  const until = offerEndsAt(now, offerHours, timezone)
  return until < startsAt ? until : startsAt
}
