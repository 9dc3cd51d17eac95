import 'server-only'
import type { Transaction } from '../db/client'

/** Notes that the hotel knows of a stay; false when it was noted before. */
export async function markBooked(tx: Transaction, registrationId: string, at: Date): Promise<boolean> {
  const { count } = await tx.stay.updateMany({
    where: { registrationId, confirmedAt: null, releasedAt: null },
    data: { confirmedAt: at },
  })
  return count > 0
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
