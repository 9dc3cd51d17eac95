import 'server-only'
import { db } from '../db/client'
import { erasePerson } from './erase-person'
import { underLock } from './under-lock'

/** Erases somebody whom a backup brought back, as they were erased at that time; answers whether they were there, as a number. Safe to repeat. */
export async function erasePersonAgain(registrationId: string, at: Date): Promise<number> {
  const row = await db().registration.findUnique({
    where: { id: registrationId, anonymizedAt: null },
    select: { eventId: true },
  })
  if (!row) return 0
  const actor = { kind: 'system', id: null } as const
  await underLock(row.eventId, (tx, offer) => erasePerson(tx, offer, { registrationId, actor, at }))
  return 1
}
