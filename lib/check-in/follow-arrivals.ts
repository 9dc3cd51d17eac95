import 'server-only'
import { listEndedKeys } from '../auth/list-ended-keys'
import { now } from '../clock'
import { listen } from '../db/listen'
import type { CheckInKey } from '../keys'
import { log } from '../log'
import { doorChannel } from './announce-arrivals'
import { listNews } from './list-news'
import type { DoorNews } from './schema'

/** Milliseconds after which everybody looks by themselves, and after which nobody asks for a fact any more. */
const everySoOften = 1_000
const forgotten = 90_000

export type Follower = {
  key: CheckInKey
  /** News, and the same as JSON, written once for everybody. */
  hear: (news: DoorNews, json: string) => void
  /** The key opens nothing any more; nothing is said after this. */
  over: () => void
}

type Watch = {
  eventId: string
  followers: Set<Follower>
  cursor: string
  told: Map<string, { text: string; at: number }>
  timer: NodeJS.Timeout
  isLooking: boolean
  isAsked: boolean
}

const kept = globalThis as { __lanyardDoors?: { watches: Map<string, Watch>; stopListening?: () => void } }

/**
 * Tells what happens from now on at an event's door until the returned function is called: as soon as any process announces it, and
 * every second whatever was announced. All that follow one event in one process are served by one reading.
 */
export function followArrivals(follower: Follower): () => void {
  kept.__lanyardDoors ??= { watches: new Map() }
  const doors = kept.__lanyardDoors
  const { eventId } = follower.key
  doors.stopListening ??= listen(doorChannel, (announced) => {
    const watch = doors.watches.get(announced)
    if (watch) void look(watch)
  })
  const watch = doors.watches.get(eventId) ?? begin(eventId)
  doors.watches.set(eventId, watch)
  watch.followers.add(follower)
  void look(watch)
  return () => leave(watch, follower)
}

function begin(eventId: string): Watch {
  const timer = setInterval(() => void lookAround(watch), everySoOften).unref()
  const empty = { followers: new Set<Follower>(), told: new Map() }
  // Whoever begins to follow reads for itself what was before.
  const cursor = String(now().getTime() - 60_000)
  const watch: Watch = { eventId, cursor, timer, isLooking: false, isAsked: false, ...empty }
  return watch
}

function leave(watch: Watch, follower: Follower) {
  watch.followers.delete(follower)
  const doors = kept.__lanyardDoors
  if (watch.followers.size > 0 || doors?.watches.get(watch.eventId) !== watch) return
  clearInterval(watch.timer)
  doors.watches.delete(watch.eventId)
  if (doors.watches.size > 0) return
  doors.stopListening?.()
  doors.stopListening = undefined
}

async function lookAround(watch: Watch) {
  await Promise.all([look(watch), dismiss(watch)])
}

/** One reading at a time; whoever asks meanwhile is served by the next one. */
async function look(watch: Watch) {
  watch.isAsked = true
  if (watch.isLooking) return
  watch.isLooking = true
  try {
    while (watch.isAsked && watch.followers.size > 0) {
      watch.isAsked = false
      tell(watch, await listNews(watch.eventId, watch.cursor))
    }
  } catch (error) {
    log.warn({ error }, 'the door could not be looked at')
  } finally {
    watch.isLooking = false
  }
}

function tell(watch: Watch, news: DoorNews) {
  watch.cursor = news.cursor
  const fresh = {
    ...news,
    arrivals: news.arrivals.filter((fact) => isNew(watch, fact.f, '')),
    people: news.people.filter((person) => isNew(watch, person.i, JSON.stringify(person))),
    gone: news.gone.filter((id) => isNew(watch, id, 'gone')),
  }
  const standing = isNew(watch, 'standing', JSON.stringify([news.doubts, news.stamp]))
  for (const [id, { at }] of watch.told)
    if (Number(news.cursor) - at > forgotten && id !== 'standing') watch.told.delete(id)
  if (!standing && fresh.arrivals.length + fresh.people.length + fresh.gone.length === 0) return
  const json = JSON.stringify(fresh)
  for (const follower of watch.followers) follower.hear(fresh, json)
}

// Windows of reading overlap: what was told a moment ago comes again.
function isNew(watch: Watch, id: string, text: string): boolean {
  const told = watch.told.get(id)
  watch.told.set(id, { text, at: Number(watch.cursor) })
  return told?.text !== text
}

async function dismiss(watch: Watch) {
  try {
    const followers = [...watch.followers]
    const ended = await listEndedKeys(
      watch.eventId,
      followers.map(({ key }) => key),
    )
    for (const at of ended) {
      const follower = followers[at]!
      if (!watch.followers.has(follower)) continue
      leave(watch, follower)
      follower.over()
    }
  } catch (error) {
    log.warn({ error }, 'the keys of a door could not be looked at')
  }
}
