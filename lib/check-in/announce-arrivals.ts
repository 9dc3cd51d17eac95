import 'server-only'
import { sql } from '../db/client'

/** Where every process hears of an event at whose door something happened. */
export const doorChannel = 'check_in'

const pause = 200

const kept = globalThis as { __lanyardAnnounced?: Map<string, Announced> }
type Announced = { at: number; next?: NodeJS.Timeout }

/**
 * Tells all processes that there is something new at a door, at most every 200 ms an event. Nobody waits for it, and it
 * is said outside of the scan's transaction: a notification inside would have all commits wait for each other. One that
 * is lost costs a second, after which everybody looks by themselves.
 */
export function announceArrivals(eventId: string): void {
  kept.__lanyardAnnounced ??= new Map()
  const announced = kept.__lanyardAnnounced.get(eventId) ?? { at: 0 }
  kept.__lanyardAnnounced.set(eventId, announced)
  if (announced.next) return
  const say = () => {
    announced.next = undefined
    announced.at = performance.now()
    notify(eventId).catch(() => {})
  }
  const wait = announced.at === 0 ? 0 : announced.at + pause - performance.now()
  if (wait <= 0) say()
  else announced.next = setTimeout(say, wait).unref()
}

/** Refuses, and does not throw, also where the database was closed while somebody waited. */
const notify = async (eventId: string) =>
  await sql().query(`SELECT pg_notify('${doorChannel}', $1)`, [eventId])
