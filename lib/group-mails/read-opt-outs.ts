import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { derivedToken, hashToken } from '../tokens'

type OptOutOf = (email: string) => { id: string; isOut: boolean } | undefined

/** Whether these addresses want no mails that are not about the event; from now on each has a link that says so. */
export async function readOptOuts(tx: Transaction, eventId: string, emails: string[]): Promise<OptOutOf> {
  const hashOf = (email: string) => addressHashOf(eventId, email)
  const hashes = [...new Set(emails.map(hashOf))].sort()
  const data = hashes.map((addressHash) => {
    const id = newId()
    return { id, eventId, addressHash, hash: hashToken(derivedToken('opt-out', id, 1)) }
  })
  await tx.mailOptOut.createMany({ data, skipDuplicates: true })
  const kept = await tx.mailOptOut.findMany({ where: { eventId, addressHash: { in: hashes } } })
  const byHash = new Map(kept.map((row) => [row.addressHash, { id: row.id, isOut: row.optedOutAt !== null }]))
  return (email) => byHash.get(hashOf(email))
}

export const addressHashOf = (eventId: string, email: string): string =>
  hashToken(`${eventId} ${email.toLowerCase()}`)
