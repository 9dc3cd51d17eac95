import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'

type Running = { id: string; eventId: string; format: string; importedBy: string }

/** An import has come to its last row: history says once what became of it. */
export async function finishImport(tx: Transaction, one: Running): Promise<void> {
  const { count } = await tx.peopleImport.updateMany({
    where: { id: one.id, state: 'running' },
    data: { state: 'done', finishedAt: now() },
  })
  if (count === 0) return
  const groups = await tx.importRow.groupBy({ by: ['fate'], where: { importId: one.id }, _count: true })
  const sum = (...fates: string[]) =>
    groups.reduce((all, { fate, _count }) => all + (fates.includes(fate) ? _count : 0), 0)
  await recordHistory(tx, {
    eventId: one.eventId,
    actor: { kind: 'user', id: one.importedBy },
    act: 'imported_people',
    subject: 'import',
    subjectId: one.id,
    facts: {
      format: one.format,
      added: sum('added', 'in_line'),
      updated: sum('updated'),
      skipped: sum('skipped', 'unchanged', 'repeated', 'left_out'),
      refused: sum('wrong', 'refused'),
    },
  })
}
