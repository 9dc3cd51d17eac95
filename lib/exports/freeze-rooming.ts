import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { freezeList } from '../handouts/freeze-list'
import { isHandedOut } from '../handouts/queries'
import { usualEraseDate } from '../handouts/rules'
import type { HandoutRefusal } from '../handouts/schema'
import { listPublicHotels } from '../hotels/queries'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { listRooming, sealLines } from './list-lines'
import { listColumns, type SheetEvent } from './schema'

type HotelList = { id: string; hotelId: string; seen: string }

/**
 * Notes that a hotel got its rooming list: the next list of changes begins here. Refused where the list is another one
 * than the reader saw (`seen`), for the hotel would never hear of what changed in between.
 */
export async function freezeRooming(
  key: OrganizerKey,
  { id, hotelId, seen }: HotelList,
  event: SheetEvent,
): Promise<Result<null, Extract<HandoutRefusal, 'unknown_hotel' | 'changed_meanwhile'>>> {
  const hotel = (await listPublicHotels(event)).find((one) => one.id === hotelId)
  if (!hotel) return refused('unknown_hotel')
  return await db().$transaction(async (tx) => {
    if (await isHandedOut(tx, key, id)) return ok(null)
    const lines = await listRooming(tx, key, { hotelId, isFrozen: true })
    if (sealLines(lines) !== seen) return refused('changed_meanwhile')
    await freezeList(tx, key, {
      ...{ id, list: 'rooming', hotelId, lines, columns: listColumns.rooming },
      purpose: 'rooms',
      recipient: hotel.name,
      eraseOn: usualEraseDate('rooming', event, now()),
    })
    return ok(null)
  })
}
