import 'server-only'
import type { Language } from '../dates'
import type { Transaction } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { newId } from '../ids'
import { seal } from '../tokens'

export type Recipient = { name: string; address: string; language: Language }

export type QueuedMail = {
  kind: string
  to: Recipient
  facts: object
  eventId?: string | null
  registrationId?: string | null
  /** Goes into a `sealed` link at delivery; the outbox keeps it encrypted. */
  token?: string
}

/** Promises a mail in the transaction that makes it true; answers the row's id, which is also its Message-ID. */
export async function queueMail(tx: Transaction, mail: QueuedMail): Promise<string> {
  const data = rowOf(mail)
  await tx.outboxMail.create({ data })
  return data.id
}

/** The same, unless a mail was ever promised under this key, in this or another process; null then. */
export async function queueMailOnce(
  tx: Transaction,
  onceKey: string,
  mail: QueuedMail,
): Promise<string | null> {
  const data = { ...rowOf(mail), onceKey }
  const { count } = await tx.outboxMail.createMany({ data: [data], skipDuplicates: true })
  return count === 1 ? data.id : null
}

const rowOf = (mail: QueuedMail) => ({
  id: newId(),
  kind: mail.kind,
  language: mail.to.language,
  toName: mail.to.name,
  toAddress: mail.to.address,
  facts: mail.facts as Prisma.InputJsonObject,
  eventId: mail.eventId ?? null,
  registrationId: mail.registrationId ?? null,
  sealed: mail.token ? seal('mail', mail.token) : null,
})
