import 'server-only'
import type { Transaction } from '../db/client'

/** Whoever has somebody's whole room for the same nights now has it as booked as it was. */
export async function handOnBooking(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE stay theirs SET confirmed_at = mine.confirmed_at FROM stay mine
     WHERE mine.registration_id = ${fromId}::uuid AND theirs.registration_id = ${toId}::uuid AND mine.released_at IS NULL
       AND theirs.room_type_id = mine.room_type_id AND theirs.nights = mine.nights`
}
