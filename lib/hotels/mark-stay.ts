import 'server-only'
import type { Transaction } from '../db/client'
import { findShare } from './queries'

/** Notes that the hotel knows of a room, for both who share it; answers for whom that is new. */
export async function markBooked(tx: Transaction, registrationId: string, at: Date): Promise<string[]> {
  const share = await findShare(tx, registrationId)
  const people = share ? [share.hostId, share.guestId] : [registrationId]
  const marked = await tx.stay.updateManyAndReturn({
    where: { registrationId: { in: people }, confirmedAt: null, releasedAt: null },
    data: { confirmedAt: at },
  })
  return marked.map((stay) => stay.registrationId)
}

/** Notes that rooms went back to the hotel, and that nobody shares them; what they held is given back with their claims. */
export async function markReleased(tx: Transaction, registrationIds: string[], at: Date): Promise<void> {
  const of = { in: registrationIds }
  await tx.roomShare.deleteMany({ where: { OR: [{ hostId: of }, { guestId: of }] } })
  await tx.stay.updateMany({
    where: { registrationId: of, releasedAt: null },
    data: { releasedAt: at, confirmedAt: null },
  })
}

/** Whom somebody would share a room with, in their own words; null names nobody. */
export async function nameInStay(
  tx: Transaction,
  registrationId: string,
  roommate: string | null,
): Promise<void> {
  await tx.stay.updateMany({ where: { registrationId }, data: { roommate } })
}
