import 'server-only'
import { db } from '../db/client'
import { findHandout, readLines } from '../handouts/queries'
import { compareLines } from '../handouts/rules'
import type { HandoutLine, HandoutList } from '../handouts/schema'
import { listPublicHotels } from '../hotels/queries'
import type { OrganizerKey } from '../keys'
import { countNameless, listAccess, listRooming, sealLines } from './list-lines'
import type { ChangeCount, SheetEvent } from './schema'

export type AccessStanding = { people: number; last: ChangeCount | null }
/** `seen` is the list as it stands, for whoever says that the hotel has got it. */
export type RoomingStanding = AccessStanding & {
  hotel: { id: string; key: string; name: string }
  seen: string
}

/** How many would be on the access list now, and what is different since it was handed out. */
export async function countAccess(key: OrganizerKey, event: SheetEvent): Promise<AccessStanding> {
  const lines = await listAccess(db(), key, { withOrganization: event.accessListOrganization })
  return { people: lines.length, last: await compareWith(key, 'access', null, lines) }
}

/** How many would be missing on it, because nobody knows their legal name. */
export const countNamelessFor = (key: OrganizerKey): Promise<number> => countNameless(db(), key)

/** The same for the rooming list of each hotel that keeps rooms for the event. */
export async function countRooming(key: OrganizerKey, event: SheetEvent): Promise<RoomingStanding[]> {
  const hotels = await listPublicHotels(event)
  return await Promise.all(
    hotels
      .filter(({ roomTypes }) => roomTypes.length > 0)
      .map(async ({ id, key: hotelKey, name }) => {
        const lines = await listRooming(db(), key, { hotelId: id })
        const last = await compareWith(key, 'rooming', id, lines)
        return { hotel: { id, key: hotelKey, name }, people: lines.length, seen: sealLines(lines), last }
      }),
  )
}

async function compareWith(
  key: OrganizerKey,
  list: HandoutList,
  hotelId: string | null,
  lines: HandoutLine[],
): Promise<ChangeCount | null> {
  const kept = await findHandout(key, { list, hotelId })
  if (!kept) return null
  const changes = { new: 0, changed: 0, cancelled: 0 }
  for (const { change } of compareLines(await readLines(db(), kept.id), lines)) changes[change]++
  return { id: kept.id, frozenAt: kept.frozenAt, rows: kept.rows, changes }
}
