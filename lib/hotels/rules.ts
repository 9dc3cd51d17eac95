import type { HotelView, RoomChoice } from './schema'

/** Every room type that has nights to give, in the order of the event's file. */
export const roomChoices = (hotels: HotelView[]): RoomChoice[] =>
  hotels.flatMap((hotel) =>
    hotel.mode === 'none'
      ? []
      : hotel.roomTypes
          .filter(({ nights }) => nights.length > 0)
          .map((roomType) => ({ value: `${hotel.key}.${roomType.key}`, hotel, roomType })),
  )
