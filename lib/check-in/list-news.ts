import 'server-only'
import { now } from '../clock'
import { sql } from '../db/client'
import { isKnown, sayArrivals, sayDoubts, sayPeople } from './say-to-devices'
import type { Arrival, DoorNews, Doubt, SnapshotPerson } from './schema'

/** Milliseconds that a scan or a change of a person may take from its time stamp until others can read it. */
const lateScan = 10_000
const lateChange = 30_000

/**
 * What happened at one event since a cursor. Windows overlap by as long as a statement may take, so that nothing is
 * missed that was stamped before the cursor and kept after it: the same fact comes twice, and means the same.
 * Whoever was changed is read from history, which is written with every change of a person.
 */
export async function listNews(eventId: string, cursor: string): Promise<DoorNews> {
  const since = Number(cursor)
  const { rows } = await sql().query<Row>({
    name: 'check_in_news',
    text: statement,
    values: [eventId, new Date(since - lateScan), new Date(since - lateChange)],
  })
  const { changed, arrivals, doubts, ...news } = rows[0]!
  return {
    arrivals: JSON.parse(arrivals) as Arrival[],
    doubts: JSON.parse(doubts) as Doubt[],
    people: changed.length > 0 ? await readPeople(eventId, changed) : [],
    ...news,
  }
}

/** A cursor as it was handed out; null for anything else. */
export const readCursor = (text: string | null): string | null =>
  text !== null && /^\d{13}$/.test(text) && Number(text) <= now().getTime() + 60_000 ? text : null

type Row = Pick<DoorNews, 'cursor' | 'stamp' | 'gone'> &
  Record<'arrivals' | 'doubts', string> & { changed: string[] }

const statement = `
  WITH told AS MATERIALIZED (
    SELECT DISTINCT subject_id::uuid AS id FROM history_entry
     WHERE event_id = $1 AND at > $3 AND subject = 'registration' AND subject_id ~ '^[0-9a-f-]{36}$'
  ), touched AS MATERIALIZED (
    SELECT r.id, ${isKnown} AS is_known FROM told JOIN registration r ON r.event_id = $1 AND r.id = told.id)
  SELECT ${sayArrivals('server_at > $2')} AS arrivals, ${sayDoubts} AS doubts,
         ARRAY(SELECT id::text FROM touched WHERE is_known) AS changed,
         ARRAY(SELECT id::text FROM touched WHERE NOT is_known) AS gone,
         e.revision::text AS stamp, (extract(epoch FROM now()) * 1000)::bigint::text AS cursor
    FROM event e WHERE e.id = $1`

async function readPeople(eventId: string, ids: string[]): Promise<SnapshotPerson[]> {
  const { rows } = await sql().query<{ people: string }>({
    name: 'check_in_people',
    text: `SELECT ${sayPeople('r.id = ANY ($2::uuid[])')} AS people`,
    values: [eventId, ids],
  })
  return JSON.parse(rows[0]!.people)
}
