import 'server-only'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { Act } from '../history/schema'

/** A line of history about what somebody did to their own account. */
export async function recordOwnAct(tx: Transaction, userId: string, act: Act): Promise<void> {
  const whose = { subject: 'user', subjectId: userId }
  await recordHistory(tx, { eventId: null, actor: { kind: 'user', id: userId }, act, ...whose })
}
