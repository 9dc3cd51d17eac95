import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Diet } from '@/lib/db/generated/enums'
import { newId } from '@/lib/ids'

type EventOverrides = Partial<Omit<Prisma.EventUncheckedCreateInput, keyof Parts>> & Partial<Parts>

/** Sizes are numbers of places; null is unlimited. Nights are ISO dates with their rooms. */
type Parts = {
  onSite: number | null
  remote: number | null
  activities: (Partial<Omit<Prisma.ActivityUncheckedCreateInput, 'poolId'>> & {
    key: string
    size?: number | null
  })[]
  meals: {
    key: string
    title: string
    options: { key: string; name: string; diet?: Diet[]; choices?: string[]; size?: number | null }[]
  }[]
  hotels: {
    key: string
    name: string
    mode?: 'none' | 'call_off' | 'on_account'
    keyword?: string
    link?: string
    releaseOn?: Date
    roomTypes: { key: string; name: string; beds?: number; nights: Record<string, number> }[]
  }[]
}

export type MadeEvent = Awaited<ReturnType<typeof makeEvent>>

/** A published event in Berlin in April of next year, open for everybody, with its pools and one check-in point. */
export async function makeEvent(overrides: EventOverrides = {}) {
  const { onSite = null, remote = null, activities = [], meals = [], hotels = [], ...event } = overrides
  const id = event.id ?? newId()
  const year = new Date().getUTCFullYear() + 1
  await db().event.create({
    data: {
      id,
      slug: `event-${id}`,
      status: 'published',
      title: 'Community Hackathon',
      timezone: 'Europe/Berlin',
      startsAt: new Date(Date.UTC(year, 3, 16, 7, 30)),
      endsAt: new Date(Date.UTC(year, 3, 16, 17, 0)),
      isRemoteOffered: true,
      ...event,
    },
  })
  await makePool(id, 'on_site', onSite)
  await makePool(id, 'remote', remote)
  await db().checkInPoint.create({
    data: { id: newId(), eventId: id, key: 'entrance', name: 'Entrance', isArrival: true, position: 0 },
  })
  for (const [position, activity] of activities.entries()) await makeActivity(id, position, activity)
  for (const [position, meal] of meals.entries()) await makeMeal(id, position, meal)
  for (const [position, hotel] of hotels.entries()) await makeHotel(id, position, hotel)
  return findMadeEvent(id)
}

/** The event as it stands now, with everything it is made of. */
export async function findMadeEvent(id: string) {
  const ordered = { orderBy: { position: 'asc' } } as const
  const { pools, ...event } = await db().event.findUniqueOrThrow({
    where: { id },
    include: {
      pools: true,
      activities: ordered,
      meals: { ...ordered, include: { options: ordered } },
      hotels: {
        ...ordered,
        include: { roomTypes: { ...ordered, include: { nights: { orderBy: { night: 'asc' } } } } },
      },
      checkInPoints: ordered,
    },
  })
  return {
    ...event,
    pools,
    onSite: pools.find((pool) => pool.kind === 'on_site')!,
    remote: pools.find((pool) => pool.kind === 'remote')!,
    arrivalPoint: event.checkInPoints.find((point) => point.isArrival)!,
  }
}

export async function makePool(
  eventId: string,
  kind: Prisma.PoolUncheckedCreateInput['kind'],
  size: number | null,
  day?: string,
): Promise<string> {
  const id = newId()
  const date = day ? new Date(day) : null
  await db().pool.create({ data: { id, eventId, kind, size, ceiling: size, day: date } })
  return id
}

async function makeActivity(eventId: string, position: number, activity: Parts['activities'][number]) {
  const { size = null, ...rest } = activity
  const poolId = await makePool(eventId, 'activity', size)
  const { startsAt } = await db().event.findUniqueOrThrow({ where: { id: eventId } })
  await db().activity.create({
    data: { id: newId(), eventId, title: rest.key, startsAt, position, poolId, ...rest },
  })
}

async function makeMeal(eventId: string, position: number, { options, ...meal }: Parts['meals'][number]) {
  const mealId = newId()
  await db().meal.create({ data: { id: mealId, eventId, position, ...meal } })
  for (const [at, { size = null, ...option }] of options.entries()) {
    const poolId = await makePool(eventId, 'option', size)
    await db().menuOption.create({
      data: { id: newId(), eventId, mealId, position: at, poolId, diet: [], choices: [], ...option },
    })
  }
}

async function makeHotel(eventId: string, position: number, hotel: Parts['hotels'][number]) {
  const { roomTypes, mode = 'on_account', ...rest } = hotel
  const hotelId = newId()
  await db().hotel.create({ data: { id: hotelId, eventId, position, mode, ...rest } })
  for (const [at, { nights, ...type }] of roomTypes.entries()) {
    const roomTypeId = newId()
    await db().roomType.create({ data: { id: roomTypeId, eventId, hotelId, position: at, ...type } })
    for (const [night, rooms] of Object.entries(nights)) {
      const poolId = await makePool(eventId, 'night', rooms, night)
      await db().contingentNight.create({
        data: { id: newId(), eventId, roomTypeId, night: new Date(night), rooms, poolId },
      })
    }
  }
}
