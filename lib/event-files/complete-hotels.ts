import 'server-only'
import { type Context, withKeys } from './check-entries'
import type { FileHotel, WrittenEventFile } from './schema'

export function completeHotels(context: Context, hotels: WrittenEventFile['hotels']): FileHotel[] {
  return withKeys(context, ['hotels'], hotels, (hotel) => hotel.name).map((hotel, index) => {
    const { contingent, room_types, ...rest } = hotel
    const at = (...names: (string | number)[]) => ['hotels', index, ...names]
    if (contingent === 'none') {
      if (room_types) context.refuse(at('room_types'), 'rooms_without_contingent')
      return { ...rest, contingent, room_types: [] }
    }
    const { nights, rooms_per_night, ...terms } = contingent
    if (room_types && (nights || rooms_per_night !== undefined))
      context.refuse(at('room_types'), 'nights_twice')
    if (!room_types && (!nights || rooms_per_night === undefined))
      context.refuse(at('contingent'), 'nights_missing')
    nights?.forEach((night, position) => {
      if (nights.indexOf(night) !== position)
        context.refuse(at('contingent', 'nights', position), 'night_twice', { night })
    })
    const only = { name: 'Room', beds: 1 as const, nights: {} as Record<string, number> }
    for (const night of nights ?? []) only.nights[night] = rooms_per_night ?? 0
    const types = withKeys(context, at('room_types'), room_types ?? [only], (type) => type.name)
    return { ...rest, contingent: terms, room_types: types.map(inOrderOfNights) }
  })
}

const inOrderOfNights = <T extends { nights: Record<string, number> }>(type: T): T => ({
  ...type,
  nights: Object.fromEntries(Object.entries(type.nights).sort(([one], [other]) => (one < other ? -1 : 1))),
})
