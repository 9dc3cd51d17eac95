import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'

const daysKept = 7

/** Forgets every allergy note seven days after its event has ended; answers how many. Safe to repeat. */
export async function eraseAllergies(): Promise<number> {
  const until = new Date(now().getTime() - daysKept * 24 * 60 * 60 * 1000)
  return await db().$executeRaw`
    DELETE FROM allergy_note USING event WHERE event.id = allergy_note.event_id AND event.ends_at < ${until}`
}

/** Forgets what one registration eats and may not eat. */
export async function eraseMealsOf(tx: Transaction, registrationId: string): Promise<void> {
  await tx.mealChoice.deleteMany({ where: { registrationId } })
  await tx.allergyNote.deleteMany({ where: { registrationId } })
}
