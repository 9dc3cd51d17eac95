import 'server-only'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { type EventChange, isConcerned } from './compare-plans'
import { getMailFacts, getWordsInside } from './queries'

type Concerned = { registrationId: string; changes: EventChange[] }

/**
 * Promises everybody whom the changes are about one mail with what is new for them, in the transaction that makes it
 * true and after it has. People whose address nobody has confirmed are left alone. Answers how many are told.
 */
export async function tellChanges(
  tx: Transaction,
  eventId: string,
  changes: EventChange[],
  actor: Actor,
): Promise<number> {
  const concerned = await listConcerned(tx, eventId, changes)
  if (concerned.length === 0) return 0
  const words = await getWordsInside(tx, eventId)
  const kind = changes.some(({ what }) => what === 'cancelled') ? 'event_cancelled' : 'event_changed'
  for (const { registrationId, changes: theirs } of concerned) {
    const { to, facts } = await getMailFacts(tx, registrationId, words)
    await queueMail(tx, { kind, eventId, registrationId, to, facts: { ...facts, changes: theirs } })
  }
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'told_changes',
    subject: 'event',
    subjectId: eventId,
    facts: { people: concerned.length, changes: [...new Set(changes.map(({ what }) => what))] },
  })
  return concerned.length
}

/** Who has to know, with what is new for each of them. */
export async function listConcerned(
  tx: Transaction,
  eventId: string,
  changes: EventChange[],
): Promise<Concerned[]> {
  if (changes.length === 0) return []
  const people = await tx.registration.findMany({
    where: { eventId, status: { in: ['confirmed', 'waitlisted', 'pending_approval'] } },
    orderBy: { id: 'asc' },
    select: { id: true, presence: true, claims: { select: { subjectId: true } } },
  })
  return people.flatMap(({ id, presence, claims }) => {
    const subjectIds = new Set(claims.map(({ subjectId }) => subjectId))
    const theirs = changes.filter((change) => isConcerned(change, { presence, subjectIds }))
    return theirs.length > 0 ? [{ registrationId: id, changes: theirs }] : []
  })
}
