import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { derivedToken, hashToken } from '../tokens'

/** Whether an address wants no mails that are not about the event; from now on there is a link that says so. */
export async function readOptOut(tx: Transaction, eventId: string, email: string) {
  const id = newId()
  const data = {
    id,
    eventId,
    addressHash: hashToken(`${eventId} ${email.toLowerCase()}`),
    hash: hashToken(derivedToken('opt-out', id, 1)),
  }
  await tx.mailOptOut.createMany({ data: [data], skipDuplicates: true })
  const where = { eventId_addressHash: { eventId, addressHash: data.addressHash } }
  const kept = await tx.mailOptOut.findUniqueOrThrow({ where })
  return { id: kept.id, isOut: kept.optedOutAt !== null }
}
