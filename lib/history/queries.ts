import 'server-only'
import { db } from '../db/client'

export type HistoryLine = {
  id: string
  at: Date
  actorKind: string
  actorId: string | null
  act: string
  facts: Record<string, unknown>
}

/** What happened to one thing of the key's event, the latest first. */
export async function listHistory(key: { eventId: string }, subjectId: string): Promise<HistoryLine[]> {
  const rows = await db().historyEntry.findMany({
    where: { eventId: key.eventId, subjectId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  return rows.map((row) => ({ ...row, facts: row.facts as Record<string, unknown> }))
}
