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
import { firstThatFits } from '../places/rules'
import type { WaitingClaim } from '../places/schema'
import { getMailFacts, getWordsInside } from './queries'
import type { OfferWords } from './schema'

/**
 * Gives every free place of an event to the first in line whose whole set fits, until nobody fits; each person who
 * got something is told once. Unverified people keep their position but are passed. Answers who was promoted.
 * Ends when the event starts; nothing is given where the waiting list is off. Without `words` the mails say what this
 * transaction has made of the event.
 */
export async function promoteWaiting(
  tx: Transaction,
  eventId: string,
  words?: OfferWords,
): Promise<string[]> {
  const rule = await getWaitingRule(tx, eventId)
  if (!mayPromote(rule, present())) return []
  const promoted = new Set<string>()
  for (;;) {
    const pools = await lockPools(tx, eventId)
    const next = firstThatFits(await promotableLine(tx, eventId), pools)
    if (!next || !(await holdClaim(tx, next.id))) break
    if (next.kind === 'event') await admit(tx, next)
    promoted.add(next.registrationId)
  }
  if (promoted.size === 0) return []
  const said = words ?? (await getWordsInside(tx, eventId))
  for (const registrationId of promoted) await tell(tx, eventId, registrationId, said)
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

async function admit(tx: Transaction, claim: WaitingClaim): Promise<void> {
  await tx.registration.update({
    where: { id: claim.registrationId },
    data: { status: 'confirmed', version: { increment: 1 } },
  })
  await queueWishes(tx, claim.registrationId)
}

async function tell(
  tx: Transaction,
  eventId: string,
  registrationId: string,
  words: OfferWords,
): Promise<void> {
  const { to, facts } = await getMailFacts(tx, registrationId, words)
  await queueMail(tx, { kind: 'promoted', eventId, registrationId, to, facts })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'system', id: null },
    act: 'promoted',
    subject: 'registration',
    subjectId: registrationId,
  })
}
