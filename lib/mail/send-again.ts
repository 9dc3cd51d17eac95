import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { AdminKey, OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { hasLeftAddress } from './has-left-address'
import { mayBeRepeated } from './rules'
import { type SendAgainRefusal, secretKinds } from './schema'

const pauseSeconds = 60

/**
 * Sends one mail of the event, or to an admin one of the house, again and answers which row now carries it: a failed
 * one is simply tried again, one that has left goes out anew under a Message-ID of its own. At most once a minute for
 * the same promise; refused for what was erased, for links that acted once, and for an address that its person has left.
 */
export async function sendAgain(
  key: OrganizerKey | AdminKey,
  id: string,
): Promise<Result<string, SendAgainRefusal>> {
  return db().$transaction(async (tx) => {
    const mail = await lockMail(tx, key, id)
    if (!mail) return refused('not_found')
    if (mail.state === 'waiting') return refused('still_waiting')
    if (!mayBeRepeated(mail, await hasLeftAddress(tx, mail))) return refused('cannot_be_repeated')
    if (await isUnderWay(tx, mail)) return refused('too_soon')
    const newRow = mail.state === 'failed' ? await retry(tx, mail.id) : await repeat(tx, mail)
    await recordHistory(tx, {
      eventId: mail.eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'mail_sent_again',
      subject: mail.eventId ? 'registration' : 'mail',
      subjectId: mail.registrationId,
      facts: { kind: mail.kind },
    })
    return ok(newRow)
  })
}

type Mail = NonNullable<Awaited<ReturnType<typeof lockMail>>>

// Mails of an event are its organizers' to send, also where an admin may read them.
async function lockMail(tx: Transaction, key: OrganizerKey | AdminKey, id: string) {
  await tx.$queryRaw`SELECT 1 FROM outbox_mail WHERE id = ${id}::uuid FOR UPDATE`
  const eventId = 'eventId' in key ? key.eventId : null
  return tx.outboxMail.findFirst({ where: { id, eventId, kind: { notIn: [...secretKinds] } } })
}

async function isUnderWay(tx: Transaction, mail: Mail): Promise<boolean> {
  const { id, eventId, registrationId, kind, toAddress } = mail
  const since = new Date(now().getTime() - pauseSeconds * 1000)
  const others = { id: { not: id }, eventId, registrationId, kind, toAddress, createdAt: { gt: since } }
  return (await tx.outboxMail.count({ where: others })) > 0
}

async function retry(tx: Transaction, id: string): Promise<string> {
  await tx.outboxMail.update({
    where: { id },
    data: { state: 'waiting', attempts: 0, lastError: null, nextAttemptAt: now(), leasedUntil: null },
  })
  return id
}

async function repeat(tx: Transaction, mail: Mail): Promise<string> {
  const id = newId()
  const { eventId, registrationId, kind, language, toName, toAddress } = mail
  const said = { kind, language, toName, toAddress, facts: mail.facts as Prisma.InputJsonValue }
  await tx.outboxMail.create({ data: { id, eventId, registrationId, ...said } })
  return id
}
