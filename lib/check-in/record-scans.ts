import 'server-only'
import { now } from '../clock'
import { sql } from '../db/client'
import type { CheckInKey } from '../keys'
import { announceArrivals } from './announce-arrivals'
import { asKept } from './rules'
import type { ScanBatch, ScanResult } from './schema'

/**
 * Keeps every scan as a fact, refusals included, and answers in the same order; an id that was answered
 * before is answered alike and changes nothing. At most 500 scans, one round trip: `check_in_record` takes
 * an advisory lock per person, judges, inserts with the id as the guard, and reads back whoever was first.
 * Whoever is in follows from the facts alone, in whichever order they came: an arrival counts unless an undo names it,
 * and the earliest by the devices' corrected clocks is when they came. Refusals are results, in `ScanRefusal`'s words.
 * `force` lets in whoever is not confirmed, if the key is a supervisor's; the fact remembers it.
 */
export async function recordScans(key: CheckInKey, batch: ScanBatch): Promise<ScanResult[]> {
  if (batch.scans.length === 0) return []
  const { userId, tokenId, deviceId, deviceName } = key
  const actor = { device: deviceName ?? batch.device, userId, tokenId, deviceId }
  const { rows } = await sql().query<{ results: ScanResult[] }>({
    name: 'check_in_record',
    text: 'SELECT check_in_record($1, $2, $3) AS results',
    values: [key.eventId, JSON.stringify(actor), JSON.stringify(asKept(batch, now()))],
  })
  announceArrivals(key.eventId)
  return inOrder(batch, rows[0]!.results)
}

/** The ids as they were sent: the database writes them its own way. */
export const inOrder = ({ scans }: ScanBatch, results: ScanResult[]): ScanResult[] =>
  results.map((result, at) => ({ ...result, id: scans[at]!.id }))
