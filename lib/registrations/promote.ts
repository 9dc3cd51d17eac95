import 'server-only'
import { now as present } from '../clock'
import type { Transaction } from '../db/client'
import { getWaitingRule } from '../events/queries'
import { mayPromote } from '../events/rules'
import { recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { holdClaim } from '../places/hold-claim'
import { lockPools } from '../places/lock-pools'
import { listLine } from '../places/queries'
import { queueWishes } from '../places/queue-wishes'
import { firstThatFits, offerEndsAt } from '../places/rules'
import type { WaitingClaim } from '../places/schema'
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
  const offeredUntil = rule.waiting === 'offer' ? offerEndsAt(now, rule.offerHours, rule.timezone) : null
  const promoted = new Set<string>()
  for (;;) {
    const pools = await lockPools(tx, eventId)
    const next = firstThatFits(await promotableLine(tx, eventId), pools)
    if (!next || !(await holdClaim(tx, next.id, offeredUntil))) break
    if (next.kind === 'event' && !offeredUntil) await admit(tx, next.registrationId)
    promoted.add(next.registrationId)
  }
  if (promoted.size === 0) return []
  const said = words ?? (await getWordsInside(tx, eventId))
  const kind = offeredUntil ? 'offered' : 'promoted'
  for (const registrationId of promoted) await tell(tx, eventId, registrationId, kind, said)
  return [...promoted]
}

async function promotableLine(tx: Transaction, eventId: string): Promise<WaitingClaim[]> {
  const line = await listLine(tx, eventId)
  if (line.length === 0) return []
  const people = await tx.registration.findMany({
    where: {
      eventId,
      id: { in: line.map(({ registrationId }) => registrationId) },
      status: { in: ['confirmed', 'waitlisted'] },
    },
    select: { id: true },
  })
  const promotable = new Set(people.map(({ id }) => id))
  return line.filter(({ registrationId }) => promotable.has(registrationId))
}

/** The event place is theirs: confirmed, and every resting wish joins its line. Needs `lockPools`. */
export async function admit(tx: Transaction, registrationId: string): Promise<void> {
  await tx.registration.update({
    where: { id: registrationId },
    data: { status: 'confirmed', version: { increment: 1 } },
  })
  await queueWishes(tx, registrationId)
}

async function tell(
  tx: Transaction,
  eventId: string,
  registrationId: string,
  kind: 'promoted' | 'offered',
  words: OfferWords,
): Promise<void> {
  const { to, facts } = await getMailFacts(tx, registrationId, words)
  await queueMail(tx, { kind, eventId, registrationId, to, facts })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'system', id: null },
    act: kind,
    subject: 'registration',
    subjectId: registrationId,
  })
}
