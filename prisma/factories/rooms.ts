import { db } from '@/lib/db/client'
import type { ClaimState } from '@/lib/db/generated/enums'
import type { AttendeeKey, OrganizerKey } from '@/lib/keys'
import { type MadeEvent, makeEvent } from './events'
import { makeRegistration } from './registrations'
import { makeUser } from './team'

type Overrides = Parameters<typeof makeEvent>[0]
type Hotel = NonNullable<NonNullable<Overrides>['hotels']>[number]

const year = new Date().getUTCFullYear() + 1
export const nights = [`${year}-04-15`, `${year}-04-16`]

/** An event with so many rooms for two on each of two nights. */
export const makeHotelEvent = (rooms: number, hotel: Partial<Hotel> = {}, event: Overrides = {}) =>
  makeEvent({
    hotels: [
      {
        key: 'inn',
        name: 'Example Inn',
        roomTypes: [
          {
            key: 'twin',
            name: 'Twin',
            beds: 2,
            nights: Object.fromEntries(nights.map((night) => [night, rooms])),
          },
        ],
        ...hotel,
      },
    ],
    ...event,
  })

type Sleeper = {
  name?: string
  email?: string
  roommate?: string
  nights?: string[]
  state?: ClaimState
  at?: number
}

let people = 0

/** Somebody who holds, waits for or wishes a room for two; everybody later than those before them. */
export async function makeSleeper(event: MadeEvent, sleeper: Sleeper = {}) {
  const { name = `Person ${++people}`, email, roommate, state = 'held' } = sleeper
  const roomTypeId = event.hotels[0]!.roomTypes[0]!.id
  const stay = { roomTypeId, nights: sleeper.nights ?? nights, state, ...(roommate && { roommate }) }
  const registeredAt = new Date(Date.now() - 3_600_000 + ++people)
  const made = await makeRegistration(event, {
    name,
    registeredAt,
    stay,
    ...(email && { email, emailNormalized: email }),
  })
  return { ...made, key: { eventId: event.id, registrationId: made.id } as AttendeeKey }
}

export async function makeOrganizerKey(event: MadeEvent): Promise<OrganizerKey> {
  const { id: userId } = await makeUser({ roles: { [event.id]: 'organizer' } })
  return { eventId: event.id, userId, role: 'organizer' } as OrganizerKey
}

/** How somebody's stay stands and how many nights it holds or waits for by itself; null without a claim. */
export async function stayOf(registrationId: string) {
  const claim = await db().claim.findFirst({
    where: { registrationId, kind: 'stay' },
    include: { _count: { select: { places: true } } },
  })
  return claim && `${claim.state} ${claim._count.places}`
}

/** What each night has taken, beside what the claims that are held say; both must be the same. */
export async function takenNights(eventId: string) {
  const pools = await db().pool.findMany({
    where: { eventId, kind: 'night' },
    orderBy: { day: 'asc' },
    include: { places: { where: { claim: { state: 'held' } } } },
  })
  const counted = pools.map(({ places }) => places.length)
  const taken = pools.map((pool) => pool.taken)
  if (JSON.stringify(counted) !== JSON.stringify(taken))
    throw new Error(`taken ${taken}, but held ${counted}`)
  return taken
}

export async function mailsTo(registrationId: string): Promise<string[]> {
  const mails = await db().outboxMail.findMany({ where: { registrationId }, orderBy: { createdAt: 'asc' } })
  return mails.map(({ kind }) => kind)
}

export async function actsOn(subjectId: string): Promise<string[]> {
  const entries = await db().historyEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })
  return entries.map(({ act }) => act)
}
