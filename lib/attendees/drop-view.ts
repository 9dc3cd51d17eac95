import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import type { ViewRefusal } from './schema'

/** Takes a view away: one's own, or a shared one for whoever owns the event. */
export async function dropView(
  { eventId, userId, role }: OrganizerKey,
  id: string,
): Promise<Result<null, Extract<ViewRefusal, 'unknown_view'>>> {
  const theirs = role === 'organizer' ? [{ userId }] : [{ userId }, { isShared: true }]
  return await db().$transaction(async (tx) => {
    const { count } = await tx.attendeeView.deleteMany({ where: { id, eventId, OR: theirs } })
    if (count === 0) return refused('unknown_view')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'view_dropped',
      subject: 'view',
      subjectId: id,
    })
    return ok(null)
  })
}
