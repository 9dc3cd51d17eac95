import 'server-only'
import type { Contact, EventPools, EventView } from '../events/schema'
import type { PoolKind, PoolView } from '../places/schema'
import type { EventOffer } from '../registrations/schema'
import { composeFacts, timeIn } from './compose-facts'
import { plannedQuestions } from './planned-questions'
import type { StoredEvent } from './queries'
import type { EventFile } from './schema'

/** The event as the public page would show it if this file were applied; ids are the paths in the file. */
export function viewFile(file: EventFile, stored: StoredEvent, now: Date): EventOffer {
  const { holders, event } = stored
  const byId: EventPools['byId'] = {}
  const pool = (id: string, kind: PoolKind, size: number | null | undefined): string => {
    byId[id] = { id, kind, day: null, size: size ?? null, taken: holders.get(id) ?? 0 }
    return id
  }
  const maybe = (text: string | undefined) => (text ? timeIn(file, text) : null)
  return {
    event: {
      ...viewOf(file, stored, now),
      id: event.id,
      revision: event.revision,
      pools: poolsOf(file, stored, byId),
    },
    activities: file.activities.map(
      ({ access_code, starts, ends, closes, capacity, place, text, url, ...rest }) => ({
        ...rest,
        ...{ id: rest.key, startsAt: timeIn(file, starts), endsAt: maybe(ends), closesAt: maybe(closes) },
        ...{ place: place ?? null, text: text ?? null, url: url ?? null, accessCode: access_code ?? null },
        poolId: pool(`activities.${rest.key}`, 'activity', capacity),
      }),
    ),
    meals: file.meals.map(({ key, title, starts, ends, options }) => ({
      ...{ id: key, key, title, startsAt: maybe(starts), endsAt: maybe(ends) },
      options: options.map(({ capacity, ...option }) => ({
        ...option,
        id: option.key,
        poolId: pool(`meals.${key}.options.${option.key}`, 'option', capacity),
      })),
    })),
    hotels: file.hotels.map(({ key, name, url, contingent, room_types }) => ({
      ...{ id: key, key, name, url: url ?? null, mode: contingent === 'none' ? 'none' : contingent.mode },
      keyword: (contingent !== 'none' && contingent.keyword) || null,
      link: (contingent !== 'none' && contingent.link) || null,
      releaseOn: (contingent !== 'none' && contingent.release) || null,
      roomTypes: room_types.map((type) => ({
        ...{ id: type.key, key: type.key, name: type.name, beds: type.beds },
        nights: Object.entries(type.nights).map(([night, rooms]) => {
          const poolId = pool(`hotels.${key}.room_types.${type.key}.nights.${night}`, 'night', rooms)
          return { night, rooms, poolId }
        }),
      })),
    })),
    questions: plannedQuestions(file).map((question) => ({ ...question, id: question.key })),
  }
}

function viewOf(
  file: EventFile,
  stored: StoredEvent,
  now: Date,
): Omit<EventView, 'id' | 'revision' | 'pools'> {
  const facts = composeFacts(file, stored, now) as unknown as Omit<EventView, 'id' | 'revision' | 'pools'>
  return {
    ...facts,
    contacts: file.contacts as Contact[],
    topics: file.topics,
    rooms: file.rooms,
    visitorsFromOutside: file.visitors_from_outside ?? null,
    updatedAt: stored.event.updatedAt,
  }
}

function poolsOf({ capacity }: EventFile, { holders }: StoredEvent, byId: EventPools['byId']): EventPools {
  const wide = (kind: 'on_site' | 'remote', size: number | null): PoolView => ({
    ...{ id: kind, kind, day: null, size },
    taken: holders.get(`capacity.${kind}`) ?? 0,
  })
  return {
    onSite: wide('on_site', capacity.on_site ?? null),
    remote: wide('remote', typeof capacity.remote === 'number' ? capacity.remote : null),
    days: [],
    byId,
  }
}
