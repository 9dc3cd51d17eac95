import 'server-only'
import type { Transaction } from '../db/client'

/** Keeps what one registration told about allergies; null forgets it. */
export async function saveAllergies(
  tx: Transaction,
  { id, eventId }: { id: string; eventId: string },
  text: string | null,
): Promise<void> {
  if (text === null) {
    await tx.allergyNote.deleteMany({ where: { registrationId: id } })
    return
  }
  await tx.allergyNote.upsert({
    where: { eventId_registrationId: { eventId, registrationId: id } },
    create: { eventId, registrationId: id, text },
    update: { text },
  })
}
