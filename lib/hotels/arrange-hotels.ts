import 'server-only'
import { now } from '../clock'
import { localDate } from '../dates'
import type { Transaction } from '../db/client'
import { getWaitingRule } from '../events/queries'
import { newId } from '../ids'
import { arrangeNights, type PlannedNight } from './arrange-nights'
import { resumeWishes } from './resume-wishes'
import { isReleased } from './rules'
import type { HotelView } from './schema'

/** `nights`: date to number of rooms. */
export type PlannedRoomType = { key: string; name: string; beds: number; nights: Record<string, number> }
export type PlannedHotel = Omit<HotelView, 'id' | 'roomTypes'> & { roomTypes: PlannedRoomType[] }

/**
 * Brings the hotels of an event, their room types and nights to this list, known by key; who only wished for a room
 * that is given again stands in line for it. Needs `lockPools`.
 */
export async function arrangeHotels(
  tx: Transaction,
  eventId: string,
  planned: PlannedHotel[],
): Promise<void> {
  const gone = new Map((await tx.hotel.findMany({ where: { eventId } })).map((row) => [row.key, row.id]))
  const types: PlacedType[] = []
  const { timezone, waiting } = await getWaitingRule(tx, eventId)
  const today = localDate(now(), timezone)
  for (const [position, { roomTypes, releaseOn, ...rest }] of planned.entries()) {
    const facts = { ...rest, releaseOn: releaseOn ? dayOf(releaseOn) : null, position }
    const stored = gone.get(facts.key)
    gone.delete(facts.key)
    const id = stored ?? newId()
    if (stored) await tx.hotel.update({ where: { id }, data: facts })
    else await tx.hotel.create({ data: { id, eventId, ...facts } })
    const isOver = isReleased({ releaseOn }, today)
    types.push(...roomTypes.map((type, at) => ({ ...type, hotelId: id, position: at, isOver })))
  }
  await arrangeRoomTypes(tx, eventId, types)
  await tx.hotel.deleteMany({ where: { id: { in: [...gone.values()] } } })
  if (waiting !== 'off') await resumeWishes(tx, eventId, today)
}

type PlacedType = PlannedRoomType & { hotelId: string; position: number; isOver: boolean }

async function arrangeRoomTypes(tx: Transaction, eventId: string, planned: PlacedType[]): Promise<void> {
  const nameOf = ({ hotelId, key }: { hotelId: string; key: string }) => `${hotelId} ${key}`
  const rows = await tx.roomType.findMany({ where: { eventId } })
  const gone = new Map(rows.map((row) => [nameOf(row), row.id]))
  const fresh: (Omit<PlacedType, 'nights' | 'isOver'> & { id: string; eventId: string })[] = []
  const wanted: PlannedNight[] = []
  for (const { nights, isOver, ...facts } of planned) {
    const stored = gone.get(nameOf(facts))
    gone.delete(nameOf(facts))
    const id = stored ?? newId()
    if (stored) await tx.roomType.update({ where: { id }, data: facts })
    else fresh.push({ id, eventId, ...facts })
    for (const [night, rooms] of Object.entries(nights)) wanted.push({ roomTypeId: id, night, rooms, isOver })
  }
  await tx.roomType.createMany({ data: fresh })
  await arrangeNights(tx, eventId, wanted)
  await tx.roomType.deleteMany({ where: { id: { in: [...gone.values()] } } })
}

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`)
