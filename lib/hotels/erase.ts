import 'server-only'
import type { Transaction } from '../db/client'

/** Forgets where one registration sleeps, and with whom. */
export async function eraseStayOf(tx: Transaction, registrationId: string): Promise<void> {
  await tx.roomShare.deleteMany({ where: { OR: [{ hostId: registrationId }, { guestId: registrationId }] } })
  await tx.stay.deleteMany({ where: { registrationId } })
}
