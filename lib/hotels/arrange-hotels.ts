import 'server-only'
import { dateOf } from '../dates'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { createPool } from '../places/create-pool'
import { removePool } from '../places/remove-pool'
import { resizePool } from '../places/resize-pool'
import type { HotelView } from './schema'

/** `nights`: date to number of rooms. */
export type PlannedRoomType = { key: string; name: string; beds: number; nights: Record<string, number> }
export type PlannedHotel = Omit<HotelView, 'id' | 'roomTypes'> & { roomTypes: PlannedRoomType[] }

/** Brings the hotels of an event, their room types and nights to this list, known by key; needs `lockPools`. */
export async function arrangeHotels(
  tx: Transaction,
  eventId: string,
  planned: PlannedHotel[],
): Promise<void> {
  const rows = await tx.hotel.findMany({ where: { eventId } })
  const gone = new Map(rows.map((row) => [row.key, row.id]))
  for (const [position, { roomTypes, releaseOn, ...rest }] of planned.entries()) {
    const facts = { ...rest, releaseOn: releaseOn ? dayOf(releaseOn) : null, position }
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    const id = stored ?? newId()
    if (stored) await tx.hotel.update({ where: { id }, data: facts })
    else await tx.hotel.create({ data: { id, eventId, ...facts } })
    await arrangeRoomTypes(tx, { eventId, hotelId: id }, roomTypes)
  }
  for (const hotelId of gone.values()) {
    await arrangeRoomTypes(tx, { eventId, hotelId }, [])
    await tx.hotel.delete({ where: { id: hotelId } })
  }
}

type House = { eventId: string; hotelId: string }

async function arrangeRoomTypes(tx: Transaction, house: House, planned: PlannedRoomType[]): Promise<void> {
  const rows = await tx.roomType.findMany({ where: house })
  const gone = new Map(rows.map((row) => [row.key, row.id]))
  for (const [position, { nights, ...facts }] of planned.entries()) {
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    const id = stored ?? newId()
    if (stored) await tx.roomType.update({ where: { id }, data: { ...facts, position } })
    else await tx.roomType.create({ data: { id, ...house, position, ...facts } })
    await arrangeNights(tx, { eventId: house.eventId, roomTypeId: id }, nights)
  }
  for (const roomTypeId of gone.values()) {
    await arrangeNights(tx, { eventId: house.eventId, roomTypeId }, {})
    await tx.roomType.delete({ where: { id: roomTypeId } })
  }
}

type Rooms = { eventId: string; roomTypeId: string }

async function arrangeNights(tx: Transaction, rooms: Rooms, planned: Record<string, number>): Promise<void> {
  const rows = await tx.contingentNight.findMany({ where: rooms })
  for (const row of rows) {
    const size = planned[dateOf(row.night)]
    if (size !== undefined) await resizePool(tx, row.poolId, size)
    else {
      await tx.contingentNight.delete({ where: { id: row.id } })
      await removePool(tx, row.poolId)
    }
  }
  const known = new Set(rows.map((row) => dateOf(row.night)))
  for (const [night, size] of Object.entries(planned)) {
    if (known.has(night)) continue
    const poolId = await createPool(tx, { eventId: rooms.eventId, kind: 'night', size, day: night })
    await tx.contingentNight.create({ data: { id: newId(), ...rooms, night: dayOf(night), poolId } })
  }
}

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`)
