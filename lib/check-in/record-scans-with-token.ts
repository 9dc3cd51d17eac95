import 'server-only'
import { now } from '../clock'
import { sql } from '../db/client'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { announceArrivals } from './announce-arrivals'
import { inOrder } from './record-scans'
import { asKept } from './rules'
import type { ScanBatch, ScanResult } from './schema'

/**
 * `recordScans` for whoever holds this token of the event at this address, with the key read and used in one statement
 * (`check_in_scan` asks the `check_in_bearer` of lib/auth/check-in-key-from-bearer.ts): one round trip a scan.
 */
export async function recordScansWithToken(
  slug: string,
  token: string,
  batch: ScanBatch,
): Promise<Result<ScanResult[], 'bad_token' | 'other_event'>> {
  const { rows } = await sql().query<{ event_id: string | null; results: ScanResult[] }>({
    name: 'check_in_scan',
    text: 'SELECT event_id, results FROM check_in_scan($1, $2, $3, $4)',
    values: [hashToken(token), slug, batch.device, JSON.stringify(asKept(batch, now()))],
  })
  if (!rows[0]) return refused('bad_token')
  const { event_id: eventId, results } = rows[0]
  if (!eventId) return refused('other_event')
  if (results.length > 0) announceArrivals(eventId)
  return ok(inOrder(batch, results))
}
