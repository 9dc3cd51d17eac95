import 'server-only'
import { dateOf } from '../dates'
import type { Transaction } from '../db/client'
import { dropStay } from './drop-stay'

type StayFacts = { roomTypeId: string; nights: string[]; roommate: string | null }

/** What one registration sleeps, null for nothing; the room itself is a claim. Other nights are confirmed anew. */
export async function saveStay(
  tx: Transaction,
  { id, eventId }: { id: string; eventId: string },
  stay: StayFacts | null,
): Promise<void> {
  if (!stay) return await dropStay(tx, id)
  const where = { eventId_registrationId: { eventId, registrationId: id } }
  const before = await tx.stay.findUnique({ where })
  const isSame =
    before?.roomTypeId === stay.roomTypeId && before.nights.map(dateOf).join() === stay.nights.join()
  const { roomTypeId, roommate } = stay
  const nights = stay.nights.map((night) => new Date(night))
  const anew = isSame ? {} : { confirmedAt: null, releasedAt: null }
  await tx.stay.upsert({
    where,
    create: { eventId, registrationId: id, roomTypeId, nights, roommate },
    update: { roomTypeId, nights, roommate, ...anew },
  })
}
