import 'server-only'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { describeChanges } from './describe-changes'
import { getMailFacts } from './queries'
import type { FormValues } from './read-form'
import type { Held } from './read-held'
import type { EventOffer } from './schema'

type Changes = { changed: string[]; before: FormValues; after: FormValues }

/** A change is a new version, a line in history that names the fields only, and a mail that says old and new. */
export async function noteChanges(
  tx: Transaction,
  offer: EventOffer,
  { id, eventId, language }: Held,
  { changed, before, after }: Changes,
): Promise<void> {
  if (changed.length === 0) return
  const actor: Actor = { kind: 'attendee', id }
  await tx.registration.update({ where: { id }, data: { version: { increment: 1 } } })
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'changed',
    subject: 'registration',
    subjectId: id,
    facts: { fields: changed },
  })
  const { to, facts } = await getMailFacts(tx, id, offer)
  const changes = describeChanges(changed, before, after, offer, language)
  await queueMail(tx, { kind: 'changed', eventId, registrationId: id, to, facts: { ...facts, changes } })
}
