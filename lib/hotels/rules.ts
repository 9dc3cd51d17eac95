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

/** The date on which a night ends: the night of 2024-04-15 ends on 2024-04-16. */
export const morningAfter = (night: string): string =>
  new Date(Date.parse(night) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
