import 'server-only'
import { db, sql } from '../db/client'
import { isId } from '../ids'
import type { OrganizerKey } from '../keys'
import { addressOf } from './judge-row'
import { plainRow } from './plain-row'
import {
  type ImportFate,
  type ImportRowView,
  type ImportState,
  type ImportView,
  importChoices,
  importFates,
  importRowsPerPage,
  rowProblems,
  type Target,
} from './schema'

/** One import of the key's event, and how many of its rows have which fate. */
export async function findImport({ eventId }: OrganizerKey, id: string): Promise<ImportView | null> {
  const found = isId(id) ? await db().peopleImport.findFirst({ where: { id, eventId } }) : null
  if (!found) return null
  const groups = await db().importRow.groupBy({ by: ['fate'], where: { importId: id }, _count: true })
  const count = (fate: ImportFate) => groups.find((one) => one.fate === fate)?._count ?? 0
  return {
    ...found,
    mapping: found.mapping as Target[],
    choices: importChoices.parse(found.choices),
    counts: Object.fromEntries(importFates.map((fate) => [fate, count(fate)])) as Record<ImportFate, number>,
    rows: groups.reduce((sum, { _count }) => sum + _count, 0),
    done: await db().importRow.count({ where: { importId: id, doneAt: { not: null } } }),
  }
}

/** The lists that are under way or whose rows are still kept, the latest first. */
export async function listImports({
  eventId,
}: OrganizerKey): Promise<{ id: string; state: ImportState; createdAt: Date; rows: number }[]> {
  const found = await db().peopleImport.findMany({
    where: { eventId },
    orderBy: { createdAt: 'desc' },
    include: { _count: { select: { rows: true } } },
  })
  return found.map(({ id, state, createdAt, _count }) => ({ id, state, createdAt, rows: _count.rows }))
}

/** What the first rows say in each column, to see what it means. */
export async function listSamples({ eventId }: OrganizerKey, id: string): Promise<string[][]> {
  const rows = await db().importRow.findMany({
    where: { importId: id, eventId },
    orderBy: { row: 'asc' },
    take: 20,
    select: { cells: true },
  })
  return rows.map(({ cells }) => cells)
}

type Row = Omit<ImportRowView, 'problems'> & { cells: string[]; problems: unknown }

/** One page of the report, all rows or those with one of these fates. */
export async function listImportRows(
  { eventId }: OrganizerKey,
  { id, mapping }: Pick<ImportView, 'id' | 'mapping'>,
  { fates, after }: { fates?: ImportFate[]; after: number },
): Promise<{ rows: ImportRowView[]; next: number | null }> {
  const { rows } = await sql().query<Row>(
    `SELECT i.row, i.fate, i.cells, i.problems, r.id AS "registrationId", r.name, r.email
       FROM import_row i LEFT JOIN registration r ON r.id = i.registration_id
      WHERE i.import_id = $1 AND i.event_id = $2 AND i.row > $3 AND ($4::text[] IS NULL OR i.fate::text = ANY ($4))
      ORDER BY i.row LIMIT ${importRowsPerPage + 1}`,
    [id, eventId, after, fates ?? null],
  )
  const shown = rows.slice(0, importRowsPerPage).map(({ cells, ...row }) => {
    const values = plainRow(cells, mapping)
    return {
      ...row,
      name: row.name ?? values.name?.[0] ?? null,
      email: row.email ?? (addressOf(values) || values.email?.[0]) ?? null,
      problems: rowProblems.parse(row.problems),
    }
  })
  return { rows: shown, next: rows.length > importRowsPerPage ? shown.at(-1)!.row : null }
}
