import 'server-only'
import { db, sql, type Transaction } from '../db/client'
import { keptByRevision } from '../db/kept'
import type { AdminKey, OrganizerKey } from '../keys'
import type { PoolView } from '../places/schema'
import { isSlug } from './rules'
import type {
  EventPools,
  EventRef,
  EventStatus,
  EventSummary,
  EventView,
  Reminder,
  WaitingMode,
} from './schema'

/** Which event an address means, drafts included; tells nothing but where it is. Null: never heard of. */
export async function findPublicEventRef(slug: string): Promise<EventRef | null> {
  if (!isSlug(slug)) return null
  const { rows } = await sql().query<EventRef & { askedFor: string }>(
    `SELECT id, slug, status FROM event WHERE slug = $1
     UNION ALL SELECT e.id, e.slug, e.status FROM event_slug s JOIN event e ON e.id = s.event_id WHERE s.slug = $1 LIMIT 1`,
    [slug],
  )
  const found = rows[0]
  if (!found) return null
  return found.slug === slug ? found : { ...found, movedTo: found.slug }
}

/** A published or cancelled event with its places as they stand now; null for drafts and unknown names. */
export async function findPublicEvent(slug: string): Promise<EventView | null> {
  const event = isSlug(slug) ? await findEvent('slug', slug) : null
  return event && event.status !== 'draft' ? event : null
}

/**
 * What the public page of an event depends on, as one text that changes with it; null where there is no such page.
 * Throws when the database takes longer than `patience` (ms).
 */
export async function findPublicEventStamp(slug: string, patience: number): Promise<string | null> {
  const query = {
    name: 'event-stamp',
    text: `SELECT e.id || ' ' || e.revision || ' ' || COALESCE(string_agg(p.id || ' ' || p.size || ' ' || p.taken, ' ' ORDER BY p.id), '')
              || COALESCE((SELECT string_agg(o.id || ' ' || o.revision, ' ' ORDER BY o.id) FROM event o
                             WHERE o.series = e.series AND o.id <> e.id AND o.status = 'published'), '') AS stamp
             FROM event e LEFT JOIN pool p ON p.event_id = e.id AND p.size IS NOT NULL AND p.kind <> 'option'
            WHERE e.slug = $1 AND e.status <> 'draft' GROUP BY e.id`,
    values: [slug],
    query_timeout: patience,
  }
  const { rows } = await sql().query<{ stamp: string }>(query)
  return rows[0]?.stamp ?? null
}

/** Published events whose end is still to come, the next first. */
export async function listPublicEvents(now: Date): Promise<EventSummary[]> {
  return await db().event.findMany({
    where: { status: 'published', endsAt: { gte: now } },
    orderBy: { startsAt: 'asc' },
    select: summaryColumns,
  })
}

/** The event of a key, whatever its state. */
export async function getEventFor(key: { eventId: string }): Promise<EventView> {
  const event = await findEvent('id', key.eventId)
  if (!event) throw new Error('a key outlived its event')
  return event
}

/** Every event of the installation for its admins; else those whose ids the caller has keys for. */
export async function listEvents(key: AdminKey | OrganizerKey[]): Promise<EventSummary[]> {
  return await listEventsWhere(key, {})
}

/** The published events of a series, the latest first; an event without one has no others. */
export async function listPublicEditions({ id, series }: EventView): Promise<EventSummary[]> {
  if (!series) return []
  return await db().event.findMany({
    where: { series, status: 'published', id: { not: id } },
    orderBy: { startsAt: 'desc' },
    select: summaryColumns,
    take: 50,
  })
}

/** The events of a series that the holder of these keys may plan, the latest first. */
export const listEditions = async (
  key: AdminKey | OrganizerKey[],
  series: string | null,
): Promise<EventSummary[]> => (series ? await listEventsWhere(key, { series }) : [])

/** What decides whether freed places go to the line, read in the transaction that frees them. */
export async function getWaitingRule(
  tx: Transaction,
  eventId: string,
): Promise<{
  status: EventStatus
  startsAt: Date
  timezone: string
  waiting: WaitingMode
  offerHours: number
}> {
  return await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { status: true, startsAt: true, timezone: true, waiting: true, offerHours: true },
  })
}

/** Which version of an event this transaction sees; what was read before it is only good for the same one. */
export async function getRevision(tx: Transaction, eventId: string): Promise<number> {
  const { revision } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { revision: true },
  })
  return revision
}

/** Published events to come that remind their people, with the words of when. */
export async function listReminding(
  now: Date,
): Promise<{ id: string; startsAt: Date; timezone: string; reminders: Reminder[] }[]> {
  const rows = await db().event.findMany({
    where: { status: 'published', startsAt: { gt: now }, reminders: { not: [] } },
    select: { id: true, startsAt: true, timezone: true, reminders: true },
  })
  return rows.map((row) => ({ ...row, reminders: row.reminders as Reminder[] }))
}

/** The events that these names lead to, by their present or an older slug. */
export async function listEventsNamed(
  tx: Transaction,
  slugs: string[],
): Promise<{ id: string; slug: string }[]> {
  return await tx.event.findMany({
    where: { OR: [{ slug: { in: slugs } }, { oldSlugs: { some: { slug: { in: slugs } } } }] },
    select: { id: true, slug: true },
  })
}

/** How many events there are, in any state; a bare number, so it asks for no key. */
export async function countEvents(): Promise<number> {
  return await db().event.count()
}

export type WholeEvent = Awaited<ReturnType<typeof getWholeEvent>>

/** Everything one event is made of, each list in its own order, with what people hold of each part. */
export async function getWholeEvent(tx: Transaction, id: string) {
  const where = { id }
  const orderBy = { position: 'asc' } as const
  const options = { orderBy, include: { _count: { select: { mealChoices: true } } } } as const
  const nights = { orderBy: { night: 'asc' } } as const
  // One list a query: inside a transaction Prisma would send several at once over its one connection.
  const get = tx.event.findUniqueOrThrow
  const event = await get({ where, include: { oldSlugs: { orderBy: { slug: 'asc' } } } })
  const places = { orderBy: { day: 'asc' }, include: { _count: { select: { places: true } } } } as const
  const { pools } = await get({ where, select: { pools: places } })
  const { activities } = await get({ where, select: { activities: { orderBy } } })
  const { meals } = await get({ where, select: { meals: { orderBy, include: { options } } } })
  const roomTypes = { orderBy, include: { nights } } as const
  const { hotels } = await get({ where, select: { hotels: { orderBy, include: { roomTypes } } } })
  const slept = { include: { stays: { select: { nights: true } } } } as const
  const { roomTypes: stayed } = await get({ where, select: { roomTypes: slept } })
  const facts = { orderBy, include: { _count: { select: { facts: true } } } } as const
  const { checkInPoints } = await get({ where, select: { checkInPoints: facts } })
  const sizes = new Map(pools.map((pool) => [pool.id, pool.size]))
  const stays = new Map(stayed.map((type) => [type.id, type.stays]))
  return { ...event, pools, sizes, activities, meals, hotels, stays, checkInPoints }
}

const listEventsWhere = (
  key: AdminKey | OrganizerKey[],
  where: { series?: string },
): Promise<EventSummary[]> =>
  db().event.findMany({
    where: Array.isArray(key) ? { ...where, id: { in: key.map(({ eventId }) => eventId) } } : where,
    orderBy: { startsAt: 'desc' },
    select: summaryColumns,
  })

const summaryColumns = {
  id: true,
  slug: true,
  status: true,
  revision: true,
  updatedAt: true,
  title: true,
  summary: true,
  timezone: true,
  startsAt: true,
  endsAt: true,
  venueName: true,
  venueAddress: true,
  accent: true,
} as const

type Live = { id: string; revision: number; privacyVersion: number; pools: PoolView[] | null }

// One statement while nothing changed: the definition is kept, only the figures are read.
async function findEvent(by: 'slug' | 'id', value: string): Promise<EventView | null> {
  const { rows } = await sql().query<Live>({
    name: `event-by-${by}`,
    text: `SELECT e.id, e.revision, e.privacy_version AS "privacyVersion", (SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'day', p.day, 'size', p.size, 'taken', p.taken)
       ORDER BY p.day, p.id) FROM pool p WHERE p.event_id = e.id) AS pools FROM event e WHERE e.${by} = $1`,
    values: [value],
  })
  const live = rows[0]
  if (!live) return null
  const definition = await keptByRevision('event', live.id, live.revision, () => loadDefinition(live.id))
  const { revision, privacyVersion } = live
  return { ...definition, revision, privacyVersion, pools: poolsOf(live.pools ?? []) }
}

async function loadDefinition(id: string): Promise<Omit<EventView, 'pools'>> {
  const row = await db().event.findUniqueOrThrow({ where: { id } })
  const extras = row.extras as {
    topics?: EventView['topics']
    rooms?: EventView['rooms']
    visitorsFromOutside?: string
  }
  return {
    ...row,
    hosts: row.hosts as EventView['hosts'],
    contacts: row.contacts as EventView['contacts'],
    links: row.links as EventView['links'],
    reminders: row.reminders as EventView['reminders'],
    topics: extras.topics ?? [],
    rooms: extras.rooms ?? [],
    visitorsFromOutside: extras.visitorsFromOutside ?? null,
  }
}

function poolsOf(pools: PoolView[]): EventPools {
  const unlimited = (kind: 'on_site' | 'remote'): PoolView => ({
    id: '',
    kind,
    day: null,
    size: null,
    taken: 0,
  })
  return {
    onSite: pools.find(({ kind }) => kind === 'on_site') ?? unlimited('on_site'),
    remote: pools.find(({ kind }) => kind === 'remote') ?? unlimited('remote'),
    days: pools.filter(({ kind }) => kind === 'day'),
    byId: Object.fromEntries(pools.map((pool) => [pool.id, pool])),
  }
}
