import 'server-only'
import type { Transaction } from '../db/client'
import { type Actor, type Deed, recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { describeChanges } from './describe-changes'
import { getMailFacts } from './queries'
import type { FormValues } from './read-form'
import type { Held } from './read-held'
import type { EventOffer } from './schema'

type Changes = { changed: string[]; before: FormValues; after: FormValues }
/** Who changes somebody's answers, whether the person is written to, and what history should know beside. */
export type ChangedBy = { actor: Actor; isTold: boolean; facts?: Deed['facts'] }

/** A change is a new version, a line in history that names the fields only, and mostly a mail that says old and new. */
export async function noteChanges(
  tx: Transaction,
  offer: EventOffer,
  { id, eventId, language }: Held,
  { changed, before, after }: Changes,
  by: ChangedBy = { actor: { kind: 'attendee', id }, isTold: true },
): Promise<void> {
  if (changed.length === 0) return
  await tx.registration.update({ where: { id }, data: { version: { increment: 1 } } })
  await recordHistory(tx, {
    eventId,
    actor: by.actor,
    act: 'changed',
    subject: 'registration',
    subjectId: id,
    facts: { fields: changed, ...by.facts },
  })
  if (!by.isTold) return
  const { to, facts } = await getMailFacts(tx, id, offer)
  const changes = describeChanges(changed, before, after, offer, language)
  await queueMail(tx, { kind: 'changed', eventId, registrationId: id, to, facts: { ...facts, changes } })
}
