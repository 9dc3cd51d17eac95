import 'server-only'
import { renewOrganizerKey } from '../auth/renew-organizer-key'
import { now } from '../clock'
import { apart } from '../db/apart'
import { db, type Transaction } from '../db/client'
import { isDatabaseAway } from '../db/is-away'
import type { OrganizerKey } from '../keys'
import { log } from '../log'
import { NothingHappened } from '../registrations/nothing-happened'
import type { EventOffer } from '../registrations/schema'
import { underLock } from '../registrations/under-lock'
import { finishImport } from './finish-import'
import { importOne } from './import-one'
import type { Reading } from './judge-row'
import { importChoices, type RowProblems, type Target } from './schema'

const [rowsAtOnce, secondsAtOnce, secondsARun] = [20, 2, 4]

/**
 * Goes on with every import that was started, some rows at a time: a person and that their row is done are one
 * transaction under the event's lock, so a restart or another process goes on with the next row and makes nobody twice.
 */
export async function carryOutImports(): Promise<void> {
  const until = performance.now() + secondsARun * 1000
  const where = { state: 'running' } as const
  for (const one of await db().peopleImport.findMany({ where, orderBy: { startedAt: 'asc' } })) {
    const key = await renewOrganizerKey(one.eventId, one.importedBy)
    const reading = { mapping: one.mapping as Target[], choices: importChoices.parse(one.choices) }
    while (await goOn(one, reading, key)) if (performance.now() > until) return
  }
}

type Running = { id: string; eventId: string; format: string; importedBy: string }
type Row = { importId: string; row: number; cells: string[] }

/** The next few rows; false when there was none left. */
async function goOn(one: Running, reading: Reading, key: OrganizerKey | null): Promise<boolean> {
  return await underLock(one.eventId, async (tx, offer) => {
    const until = performance.now() + secondsAtOnce * 1000
    const where = { importId: one.id, doneAt: null }
    const rows = await tx.importRow.findMany({ where, orderBy: { row: 'asc' }, take: rowsAtOnce })
    if (rows.length === 0) await finishImport(tx, one)
    for (const row of rows) {
      await settle(tx, offer, key, row, reading)
      if (performance.now() > until) break
    }
    return rows.length > 0
  })
}

/** Does one row and notes what became of it; what it said is forgotten once its person can say it. */
async function settle(
  tx: Transaction,
  offer: EventOffer,
  key: OrganizerKey | null,
  row: Row,
  reading: Reading,
): Promise<void> {
  const where = { importId_row: { importId: row.importId, row: row.row } }
  const refuse = (problems: RowProblems) =>
    tx.importRow.update({ where, data: { fate: 'refused', problems, doneAt: now() } })
  if (!key) return void (await refuse({ row: 'not_allowed' }))
  try {
    const done = await apart(tx, () => importOne(tx, offer, key, row, reading))
    await tx.importRow.update({ where, data: { ...done, cells: [], problems: {}, doneAt: now() } })
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    if (error instanceof NothingHappened)
      return void (await refuse(error.problems ?? { row: error.refusal as RowProblems[string] }))
    log.error({ error, import: row.importId, row: row.row }, 'a row of an import failed')
    await refuse({ row: 'failed' })
  }
}
