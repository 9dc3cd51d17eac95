import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'

/** A list that was brought and looked at, with somebody new and a row that cannot be read; answers its id. */
export async function makeImport(event: { id: string }): Promise<string> {
  const [id, eventId, createdAt] = [newId(), event.id, new Date()]
  const columns = { headers: ['Name', 'E-mail'], mapping: ['name', 'email'] }
  const how = { state: 'checked' as const, format: 'csv', importedBy: newId(), createdAt }
  await db().peopleImport.create({ data: { id, eventId, ...columns, ...how } })
  const email = `new-${id}@example.org`
  const rows = [
    { row: 2, cells: ['Nova Sample', email], emailNormalized: email, fate: 'new' as const },
    { row: 3, cells: ['Cy', 'cy'], fate: 'wrong' as const, problems: { email: 'not_an_email' } },
  ]
  await db().importRow.createMany({ data: rows.map((row) => ({ importId: id, eventId, ...row })) })
  return id
}
