import 'server-only'
import { dateOf } from '../dates'
import { db, type Transaction } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { HotelView } from './schema'

/** Public: the hotels of one event with room types and nights, kept for its revision. */
export const listPublicHotels = (event: { id: string; revision: number }): Promise<HotelView[]> =>
  keptByRevision('hotels', event.id, event.revision, async () => {
    const rows = await db().hotel.findMany({
      where: { eventId: event.id },
      orderBy: { position: 'asc' },
      include: {
        roomTypes: { orderBy: { position: 'asc' }, include: { nights: { orderBy: { night: 'asc' } } } },
      },
    })
    return rows.map((hotel) => ({
      ...hotel,
      releaseOn: hotel.releaseOn ? dateOf(hotel.releaseOn) : null,
      roomTypes: hotel.roomTypes.map((type) => ({
        ...type,
        nights: type.nights.map(({ night, poolId }) => ({ night: dateOf(night), poolId })),
      })),
    }))
  })

/** Whether somebody shares their room with somebody who named them too. */
export const isSharingRoom = async (tx: Transaction, registrationId: string): Promise<boolean> =>
  (await tx.roomShare.count({ where: { OR: [{ hostId: registrationId }, { guestId: registrationId }] } })) > 0
