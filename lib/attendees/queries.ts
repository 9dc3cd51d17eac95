import 'server-only'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { type AttendeeColumn, type AttendeeView, columnsInput, defaultColumns } from './schema'

/** The views of the key's event that its person may see: their own and the shared ones, by name. */
export async function listViews({ eventId, userId }: OrganizerKey): Promise<AttendeeView[]> {
  const rows = await db().attendeeView.findMany({
    where: { eventId, OR: [{ userId }, { isShared: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, isShared, query, columns, ...row }) => ({
    id,
    name,
    isShared,
    isMine: row.userId === userId,
    query,
    columns: columnsOf(columns),
  }))
}

/** The columns that the key's person last chose for this event. */
export async function readColumns({ eventId, userId }: OrganizerKey): Promise<AttendeeColumn[]> {
  const row = await db().attendeeColumns.findUnique({ where: { eventId_userId: { eventId, userId } } })
  return row ? columnsOf(row.columns) : defaultColumns
}

const columnsOf = (columns: string[]): AttendeeColumn[] => {
  const read = columnsInput.safeParse(columns)
  return read.success ? read.data : defaultColumns
}
