import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { getOfferFor } from '../registrations/queries'
import { ok, type Result, refused } from '../result'
import { judgeRow, type Reading } from './judge-row'
import { mappingRefusal } from './rules'
import type { ImportRefusal } from './schema'

/** The dry run: what would become of every row, with these columns and choices. Nobody is registered, and it can be run again. */
export async function checkImport(
  key: OrganizerKey,
  id: string,
  reading: Reading,
): Promise<Result<null, ImportRefusal>> {
  const { eventId } = key
  const refusal = mappingRefusal(reading.mapping)
  if (refusal) return refused(refusal)
  if (reading.choices.isForced && reading.choices.reason === '') return refused('reason_missing')
  const offer = await getOfferFor(key)
  const people = await db().registration.findMany({
    where: { eventId, status: { not: 'cancelled' } },
    select: { emailNormalized: true },
  })
  const known = new Set(people.map(({ emailNormalized }) => emailNormalized))
  const where = { importId: id, eventId }
  const rows = await db().importRow.findMany({ where, orderBy: { row: 'asc' } })
  const around = { offer, known, seen: new Set<string>(), now: now() }
  const judged = rows.map(({ row, cells }) => ({ row, ...judgeRow(cells, reading, around) }))
  return await db().$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM people_import WHERE id = ${id}::uuid AND event_id = ${eventId}::uuid FOR UPDATE`
    if (!found) return refused('unknown_import')
    if (found.state !== 'mapping' && found.state !== 'checked') return refused('begun_already')
    await tx.$executeRaw`
      UPDATE import_row r SET fate = j.fate::"ImportFate", problems = j.problems, email_normalized = j.email
        FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) AS j(row integer, fate text, problems jsonb, email text)
       WHERE r.import_id = ${id}::uuid AND r.row = j.row`
    const { mapping, choices } = reading
    await tx.peopleImport.update({ where: { id }, data: { state: 'checked', mapping, choices } })
    return ok(null)
  })
}
