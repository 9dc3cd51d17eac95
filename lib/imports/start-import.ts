import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** Lets a list that was checked be imported, by `carryOutImports`. Starting again changes nothing. */
export async function startImport(
  { eventId }: OrganizerKey,
  id: string,
): Promise<Result<{ isNew: boolean }, 'unknown_import' | 'not_checked'>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.peopleImport.updateMany({
      where: { id, eventId, state: 'checked' },
      data: { state: 'running', startedAt: now() },
    })
    if (count > 0) {
      const done = { doneAt: now() }
      const fate = { in: ['wrong', 'repeated', 'left_out'] as ('wrong' | 'repeated' | 'left_out')[] }
      await tx.importRow.updateMany({ where: { importId: id, fate }, data: done })
      return ok({ isNew: true })
    }
    const found = await tx.peopleImport.findFirst({ where: { id, eventId } })
    if (!found) return refused('unknown_import')
    return found.state === 'mapping' ? refused('not_checked') : ok({ isNew: false })
  })
}
