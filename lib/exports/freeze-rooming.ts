import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { freezeList } from '../handouts/freeze-list'
import { usualEraseDate } from '../handouts/rules'
import type { HandoutRefusal } from '../handouts/schema'
import { listPublicHotels } from '../hotels/queries'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { listRooming } from './list-lines'
import { listColumns, type SheetEvent } from './schema'

/** Notes that a hotel got its rooming list as it stands now: the next list of changes begins here. */
export async function freezeRooming(
  key: OrganizerKey,
  { id, hotelId }: { id: string; hotelId: string },
  event: SheetEvent,
): Promise<Result<null, Extract<HandoutRefusal, 'unknown_hotel'>>> {
  const hotel = (await listPublicHotels(event)).find((one) => one.id === hotelId)
  if (!hotel) return refused('unknown_hotel')
  return await db().$transaction(async (tx) => {
    const lines = await listRooming(tx, key, { hotelId, isFrozen: true })
    await freezeList(tx, key, {
      ...{ id, list: 'rooming', hotelId, lines, columns: listColumns.rooming },
      purpose: 'rooms',
      recipient: hotel.name,
      eraseOn: usualEraseDate('rooming', event, now()),
    })
    return ok(null)
  })
}
