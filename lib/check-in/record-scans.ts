import 'server-only'
import { sql } from '../db/client'
import { asCode } from '../ids'
import type { CheckInKey } from '../keys'
import type { Scan, ScanBatch, ScanResult } from './schema'

/**
 * Keeps every scan as a fact, refusals included, and answers in the same order; an id that was answered
 * before is answered alike and changes nothing. At most 500 scans, one round trip: `check_in_record` takes
 * an advisory lock per person, judges, inserts with the id as the guard, and reads back whoever was first.
 * Refusals are results, in `ScanRefusal`'s words. `force` lets in whoever is not confirmed, if the key's
 * person is an owner, an organizer or an admin; the fact remembers it.
 */
export async function recordScans(key: CheckInKey, { device, scans }: ScanBatch): Promise<ScanResult[]> {
  if (scans.length === 0) return []
  const actor = { device, userId: key.userId, tokenId: key.tokenId }
  const { rows } = await sql().query<{ results: ScanResult[] }>({
    name: 'check_in_record',
    text: 'SELECT check_in_record($1, $2, $3) AS results',
    values: [key.eventId, JSON.stringify(actor), JSON.stringify(scans.map(asRead))],
  })
  return rows[0]!.results.map((result, at) => ({ ...result, id: scans[at]!.id }))
}

/** A text that cannot be a code stays one that nobody has. */
const asRead = (scan: Scan) => (scan.code === undefined ? scan : { ...scan, code: asCode(scan.code) ?? '' })
