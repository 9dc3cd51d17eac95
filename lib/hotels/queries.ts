import 'server-only'
import { dateOf } from '../dates'
import { db, type Transaction } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { HopefulStay, HotelView, StayView } from './schema'

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
        nights: type.nights.map(({ night, poolId, rooms }) => ({ night: dateOf(night), poolId, rooms })),
      })),
    }))
  })

/** Where one person sleeps or wants to; null without a wish. */
export async function findStay(tx: Transaction, registrationId: string): Promise<StayView | null> {
  const row = await tx.stay.findFirst({ where: { registrationId } })
  return row && { ...row, nights: row.nights.map(dateOf), share: await findShare(tx, registrationId) }
}

/** The room that one person shares, and who of the two is its host. */
export const findShare = (tx: Transaction, registrationId: string) =>
  tx.roomShare.findFirst({
    where: { OR: [{ hostId: registrationId }, { guestId: registrationId }] },
    select: { hostId: true, guestId: true, pairedAt: true },
  })

/** Who sleeps in the room that this person hosts; null where nobody does. */
export async function findGuest(tx: Transaction, hostId: string): Promise<string | null> {
  const share = await tx.roomShare.findUnique({ where: { hostId }, select: { guestId: true } })
  return share?.guestId ?? null
}

/** Whether somebody shares their room with somebody who named them too. */
export const isSharingRoom = async (tx: Transaction, registrationId: string): Promise<boolean> =>
  (await findShare(tx, registrationId)) !== null

/** Everybody who named a room-mate for a room with two beds and shares none; of one event, or of all that are to come. */
export async function listHopefulStays(
  tx: Transaction,
  of: { eventId: string } | { endsAfter: Date },
): Promise<HopefulStay[]> {
  const event = 'eventId' in of ? { id: of.eventId } : { endsAt: { gt: of.endsAfter } }
  const claims = { some: { kind: 'stay', offeredUntil: null } } as const
  const rows = await tx.stay.findMany({
    where: {
      roommate: { not: null },
      releasedAt: null,
      roomType: { beds: { gt: 1 }, event: { status: 'published', ...event } },
      registration: { status: 'confirmed', hosting: null, visiting: null, claims },
    },
    include: { registration: { select: { name: true, emailNormalized: true } } },
    orderBy: { registrationId: 'asc' },
  })
  return rows.map(({ registration, ...row }) => ({
    ...row,
    ...registration,
    nights: row.nights.map(dateOf),
    roommate: row.roommate!,
  }))
}

/** Who has the event's place and only a wish for a room, though its hotel has not taken the rooms back by `today`. */
export async function listRestingStays(tx: Transaction, eventId: string, today: string): Promise<string[]> {
  const rows = await tx.stay.findMany({
    where: {
      eventId,
      releasedAt: null,
      roomType: { hotel: { OR: [{ releaseOn: null }, { releaseOn: { gte: new Date(today) } }] } },
      registration: {
        status: 'confirmed',
        // A guest has what the host has.
        visiting: null,
        AND: [
          { claims: { some: { kind: 'event', state: 'held', offeredUntil: null } } },
          { claims: { some: { kind: 'stay', state: 'wished' } } },
        ],
      },
    },
    select: { registrationId: true },
    orderBy: { registrationId: 'asc' },
  })
  return rows.map(({ registrationId }) => registrationId)
}

/** Everybody with a room of one of these types that the hotel has neither been told of nor taken back. */
export async function listUnbooked(tx: Transaction, roomTypeIds: string[]): Promise<string[]> {
  const unbooked = { stay: { confirmedAt: null } } as const
  const rows = await tx.stay.findMany({
    where: {
      roomTypeId: { in: roomTypeIds },
      releasedAt: null,
      confirmedAt: null,
      registration: {
        status: { not: 'cancelled' },
        claims: { some: { kind: 'stay', state: 'held' } },
        // One booking is enough for a room of two.
        AND: [
          { OR: [{ hosting: null }, { hosting: { guest: unbooked } }] },
          { OR: [{ visiting: null }, { visiting: { host: unbooked } }] },
        ],
      },
    },
    select: { registrationId: true },
    orderBy: { registrationId: 'asc' },
  })
  return rows.map(({ registrationId }) => registrationId)
}

/** Whether a night of this hotel still admits somebody. */
export const hasOpenNights = async (tx: Transaction, hotelId: string): Promise<boolean> =>
  (await tx.contingentNight.count({ where: { roomType: { hotelId }, pool: { size: { gt: 0 } } } })) > 0

/** Hotels whose release date has come somewhere on earth, of events that are not over; the event's zone decides. */
export const listReleasingHotels = (now: Date): Promise<{ id: string; eventId: string }[]> =>
  db().hotel.findMany({
    where: {
      mode: { not: 'none' },
      releaseOn: { lt: now },
      event: { status: { not: 'draft' }, endsAt: { gt: now } },
    },
    select: { id: true, eventId: true },
  })
