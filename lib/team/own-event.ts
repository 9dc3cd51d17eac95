import 'server-only'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'

/** Makes whoever has just created an event its owner, in the same transaction. */
export async function ownEvent(tx: Transaction, eventId: string, userId: string): Promise<void> {
  await tx.teamMember.create({ data: { eventId, userId, role: 'owner' } })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'user', id: userId },
    act: 'granted',
    subject: 'user',
    subjectId: userId,
    facts: { role: 'owner' },
  })
}
