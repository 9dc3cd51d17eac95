import 'server-only'
import { dateOf } from '../dates'
import { db, type Transaction } from '../db/client'
import { getWholeEvent, listEventsNamed, type WholeEvent } from '../events/queries'
import type { OrganizerKey } from '../keys'
import { listMailTexts } from '../mail/list-mail-texts'
import { listQuestionsInside } from '../questions/queries'
import { composeFile } from './compose-file'
import type { EventFile } from './schema'

/** How many hold a part of the event, and how many of its places are taken; by the part's path in the plan. */
export type Holders = Map<string, number>
export type StoredEvent = { id: string; event: WholeEvent; file: EventFile; holders: Holders }

/** The key's event in the words of a file, with what is held of it. */
export const getEventFile = (key: OrganizerKey): Promise<StoredEvent> => getStoredEvent(db(), key.eventId)

/** The event that a file is about: the one of its slug, else the one that an older name leads to. */
export async function findEventOf(
  tx: Transaction,
  { slug, also_known_as }: { slug: string; also_known_as: string[] },
): Promise<{ id: string | null; others: string[] }> {
  const bySlug = await listEventsNamed(tx, [slug])
  const named = also_known_as.length ? await listEventsNamed(tx, also_known_as) : []
  const own = bySlug.find((event) => event.slug === slug) ?? bySlug[0] ?? named[0]
  const others = [...bySlug, ...named].filter(({ id }) => id !== own?.id)
  return { id: own?.id ?? null, others: [...new Set(others.map((event) => event.slug))] }
}

export async function getStoredEvent(tx: Transaction, id: string): Promise<StoredEvent> {
  const event = await getWholeEvent(tx, id)
  const questions = await listQuestionsInside(tx, id)
  const holders = holdersOf(event)
  for (const { key, answers } of questions) holders.set(`questions.${key}`, answers)
  return { id, event, file: composeFile(event, questions, await listMailTexts(tx, id)), holders }
}

function holdersOf(event: WholeEvent): Holders {
  const claims = new Map(event.pools.map((pool) => [pool.id, pool._count.places]))
  const holders: Holders = new Map()
  const note = (path: string, count: number) => holders.set(path, Math.max(holders.get(path) ?? 0, count))
  for (const pool of event.pools) {
    if (pool.kind === 'on_site' || pool.kind === 'remote') note(`capacity.${pool.kind}`, pool.taken)
    if (pool.kind === 'day') note(`days.${dateOf(pool.day!)}`, pool._count.places)
  }
  for (const { key, poolId } of event.activities) note(`activities.${key}`, claims.get(poolId) ?? 0)
  for (const meal of event.meals) {
    const chosen = meal.options.map((option) =>
      Math.max(option._count.mealChoices, claims.get(option.poolId) ?? 0),
    )
    meal.options.forEach(({ key }, index) => {
      note(`meals.${meal.key}.options.${key}`, chosen[index]!)
    })
    note(
      `meals.${meal.key}`,
      chosen.reduce((sum, count) => sum + count, 0),
    )
  }
  for (const hotel of event.hotels) {
    let sleepers = 0
    for (const type of hotel.roomTypes) {
      const path = `hotels.${hotel.key}.room_types.${type.key}`
      const stays = event.stays.get(type.id) ?? []
      note(path, stays.length)
      sleepers += stays.length
      for (const { night, poolId } of type.nights) {
        const thatNight = stays.filter(({ nights }) => nights.some((date) => dateOf(date) === dateOf(night)))
        note(`${path}.nights.${dateOf(night)}`, Math.max(thatNight.length, claims.get(poolId) ?? 0))
      }
    }
    note(`hotels.${hotel.key}`, sleepers)
  }
  for (const { key, _count } of event.checkInPoints) note(`check_in_points.${key}`, _count.facts)
  return holders
}
