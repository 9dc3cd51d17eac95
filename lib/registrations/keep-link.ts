import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { makeLink } from './make-link'

/**
 * What is asked for an address that was written to often enough, perhaps because of somebody else: a link that was
 * mailed there for the same stays alive, one to another address is worthless as ever, and nobody is told a difference.
 */
export async function keepLink(
  tx: Transaction,
  registration: Parameters<typeof makeLink>[1],
  link: Parameters<typeof makeLink>[2],
): Promise<null> {
  const { purpose, email } = link
  const where = { registrationId: registration.id, purpose, email, usedAt: null, expiresAt: { gt: now() } }
  if ((await tx.registrationToken.count({ where })) === 0) await makeLink(tx, registration, link)
  return null
}
