import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { getOfferFor } from '../registrations/queries'
import { proposeMapping } from './rules'
import type { ReadTable } from './schema'

/** Keeps a list as it was read, with what its columns seem to mean; nobody is registered by it. The same form twice is one. */
export async function keepUpload(key: OrganizerKey, id: string, table: ReadTable): Promise<void> {
  const { eventId, userId } = key
  const mapping = proposeMapping(table.headers, await getOfferFor(key))
  await db().$transaction(async (tx) => {
    const { format, headers } = table
    const { count } = await tx.peopleImport.createMany({
      data: [{ id, eventId, format, headers, mapping, importedBy: userId, createdAt: now() }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await tx.$executeRaw`
      INSERT INTO import_row (import_id, event_id, row, cells)
      SELECT ${id}::uuid, ${eventId}::uuid, r.row, r.cells
        FROM jsonb_to_recordset(${JSON.stringify(table.rows)}::jsonb) AS r(row integer, cells text[])`
  })
}
