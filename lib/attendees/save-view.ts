import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { type AttendeeColumn, mostViews, type ViewRefusal } from './schema'

type NewView = { name: string; isShared: boolean; query: string; columns: AttendeeColumn[] }

/** Keeps a filter and its columns under a name; the same name again is the same view, as it is now. */
export async function saveView(
  { eventId, userId }: OrganizerKey,
  { name, ...view }: NewView,
): Promise<Result<{ id: string }, Extract<ViewRefusal, 'too_many_views'>>> {
  return await db().$transaction(async (tx) => {
    const known = { eventId_userId_name: { eventId, userId, name } }
    const others = { eventId, userId, NOT: { name } }
    if ((await tx.attendeeView.count({ where: others })) >= mostViews) return refused('too_many_views')
    const { id } = await tx.attendeeView.upsert({
      where: known,
      create: { id: newId(), eventId, userId, name, createdAt: now(), ...view },
      update: view,
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'view_saved',
      subject: 'view',
      subjectId: id,
      facts: { isShared: view.isShared },
    })
    return ok({ id })
  })
}
