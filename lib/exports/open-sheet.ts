import 'server-only'
import { db } from '../db/client'
import { findHandout, readLines } from '../handouts/queries'
import { compareLines } from '../handouts/rules'
import type { HandoutLine } from '../handouts/schema'
import { listPublicHotels } from '../hotels/queries'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { listAccess, listRooming } from './list-lines'
import { openAttendees } from './open-attendees'
import { openCatering, openKitchen } from './open-meals'
import { openPeople } from './open-people'
import {
  type ExportList,
  listColumns,
  type Sheet,
  type SheetEvent,
  type SheetRefusal,
  type SheetWish,
} from './schema'

/**
 * One list of the key's event, ready to be read in any format. The access list is the one that was frozen last; with
 * `since`, what became different after it. Refused where nothing was frozen, and for a hotel of another event.
 */
export async function openSheet(
  key: OrganizerKey,
  list: ExportList,
  wish: SheetWish,
  event: SheetEvent,
): Promise<Result<Sheet, SheetRefusal>> {
  const { timezone } = event
  switch (list) {
    case 'attendees':
      return ok(await openAttendees(key, wish.filter, event))
    case 'catering':
      return ok(await openCatering(key, timezone))
    case 'kitchen':
      return ok(await openKitchen(key, timezone))
    case 'access':
      return await openAccess(key, wish, event)
    case 'rooming':
      return await openRooming(key, wish, event)
    default:
      return ok(await openPeople(key, list, wish.filter, timezone))
  }
}

async function openAccess(
  key: OrganizerKey,
  { since, handout: id }: SheetWish,
  { accessListOrganization: withOrganization }: SheetEvent,
): Promise<Result<Sheet, SheetRefusal>> {
  const kept = await findHandout(key, { list: 'access', id })
  if (!kept) return refused('nothing_handed_out')
  const { columns, cover, frozenAt: asOf } = kept
  const before = await readLines(db(), kept.id)
  if (!since) return ok({ ...sheetOfLines(columns, before), asOf, cover })
  const changes = compareLines(before, await listAccess(db(), key, { withOrganization }))
  return ok({ ...sheetOfLines(['change', ...accessColumns(withOrganization)], changes), cover })
}

async function openRooming(
  key: OrganizerKey,
  { hotel: hotelKey, since, handout: id }: SheetWish,
  event: SheetEvent,
): Promise<Result<Sheet, SheetRefusal>> {
  const hotel = hotelKey ? (await listPublicHotels(event)).find(({ key: one }) => one === hotelKey) : null
  if (hotel === undefined) return refused('unknown_hotel')
  const hotelId = hotel?.id ?? null
  const isOld = id !== undefined || since !== undefined
  const kept = isOld ? await findHandout(key, { list: 'rooming', hotelId, id }) : null
  if (isOld && !kept) return refused('nothing_handed_out')
  if (kept && !since)
    return ok({ ...sheetOfLines(kept.columns, await readLines(db(), kept.id)), asOf: kept.frozenAt })
  const lines = await listRooming(db(), key, { hotelId })
  if (!kept) return ok(sheetOfLines(listColumns.rooming, lines))
  return ok(
    sheetOfLines(['change', ...listColumns.rooming], compareLines(await readLines(db(), kept.id), lines)),
  )
}

export const accessColumns = (withOrganization: boolean): readonly string[] =>
  withOrganization ? listColumns.access : ['legal_name']

/** Lines that were handed out, or changed since, as a list in its columns. */
export const sheetOfLines = (
  columns: readonly string[],
  lines: (HandoutLine & { change?: string })[],
): Sheet => ({
  columns,
  rows: lines.length,
  read: async function* () {
    for (const { cells, change } of lines)
      yield columns.map((column) => (column === 'change' ? (change ?? null) : (cells[column] ?? null)))
  },
})
