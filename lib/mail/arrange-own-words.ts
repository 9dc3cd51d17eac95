import 'server-only'
import type { Transaction } from '../db/client'
import type { MailText } from './schema'

/** Makes the event's own words exactly those of a file, in the caller's transaction. */
export async function arrangeOwnWords(tx: Transaction, eventId: string, texts: MailText[]): Promise<void> {
  await tx.mailText.deleteMany({ where: { eventId } })
  await tx.mailText.createMany({ data: texts.map((text) => ({ eventId, ...text })) })
}
