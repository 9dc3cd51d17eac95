import { dateOf } from '../dates'
import type {
  CallOff,
  ContingentMode,
  HopefulStay,
  HotelView,
  RoomChoice,
  StayState,
  StayView,
} from './schema'

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

/** The hotel of a room type. */
export const hotelOf = <Hotel extends { roomTypes: { id: string }[] }>(
  hotels: Hotel[],
  roomTypeId: string,
): Hotel | null => hotels.find(({ roomTypes }) => roomTypes.some(({ id }) => id === roomTypeId)) ?? null

/** Whether two people can sleep in a room of this type. */
export const isForTwo = (hotels: HotelView[], roomTypeId: string): boolean =>
  hotels.some(({ roomTypes }) => roomTypes.some(({ id, beds }) => id === roomTypeId && beds > 1))

/** What people need who book for themselves; null where the organizers do it. */
export const callOffOf = (
  hotel: (Omit<CallOff, 'hotel' | 'releaseOn'> & CallOffHotel) | null,
): CallOff | null =>
  hotel?.mode === 'call_off'
    ? {
        hotel: hotel.name,
        keyword: hotel.keyword,
        link: hotel.link,
        releaseOn: hotel.releaseOn instanceof Date ? dateOf(hotel.releaseOn) : hotel.releaseOn,
      }
    : null

type CallOffHotel = { name: string; mode: ContingentMode; releaseOn: Date | string | null }

/** Whether the hotel has taken back what nobody holds: from the day after the release date. `today` is the event's. */
export const isReleased = (hotel: Pick<HotelView, 'releaseOn'>, today: string): boolean =>
  hotel.releaseOn !== null && today > hotel.releaseOn

/** The first date by which somebody has to know whether they sleep there; null when no hotel asks, or all have passed. */
export const decideBy = (hotels: HotelView[], today: string): string | null =>
  roomChoices(hotels)
    .flatMap(({ hotel }) => (hotel.releaseOn && !isReleased(hotel, today) ? [hotel.releaseOn] : []))
    .sort()[0] ?? null

/** How a stay stands: what the hotel has or has taken back goes before what the claim says. */
export const stayStateOf = (
  stay: Pick<StayView, 'confirmedAt' | 'releasedAt'>,
  claim: 'wished' | 'waiting' | 'held' | null,
): StayState => {
  if (stay.releasedAt || !claim) return 'released'
  return claim === 'held' && stay.confirmedAt ? 'confirmed' : claim
}

/** A name as one hears it: without case, accents and doubled spaces. */
export const foldName = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The names that several of these people have: nobody is meant by one of them. */
export function sharedNames(names: string[]): Set<string> {
  const folded = names.map(foldName)
  return new Set(folded.filter((name, at) => folded.indexOf(name) !== at))
}

/** Those who want the same room in the same nights and name each other; nobody is in two pairs. */
export function mutualPairs(
  hopeful: HopefulStay[],
  ambiguous: ReadonlySet<string> = new Set(),
): [HopefulStay, HopefulStay][] {
  return hopeful.flatMap((one, at) => {
    const other = hopeful
      .slice(at + 1)
      .find((two) => wantSame(one, two) && means(one, two, ambiguous) && means(two, one, ambiguous))
    return other ? [[one, other] as [HopefulStay, HopefulStay]] : []
  })
}

const wantSame = (one: HopefulStay, two: HopefulStay): boolean =>
  one.eventId === two.eventId &&
  one.roomTypeId === two.roomTypeId &&
  one.nights.length === two.nights.length &&
  one.nights.every((night) => two.nights.includes(night))

function means({ roommate }: HopefulStay, other: HopefulStay, ambiguous: ReadonlySet<string>): boolean {
  if (roommate.includes('@')) return addressIn(roommate) === other.emailNormalized
  const name = foldName(roommate)
  return name === foldName(other.name) && !ambiguous.has(name)
}

// `Bo Example <bo@example.org>` is how a mail program copies an address.
const addressIn = (text: string): string =>
  (/<([^<>]+)>/.exec(text)?.[1] ?? text).normalize('NFKC').trim().toLowerCase()
