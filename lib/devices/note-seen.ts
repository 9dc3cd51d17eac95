import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { CheckInKey } from '../keys'

/** A phone was here, and has kept so many scans that it could not send yet. Whoever is no device leaves no trace. */
export async function noteSeen({ deviceId, eventId }: CheckInKey, queueLength: number): Promise<void> {
  if (!deviceId) return
  await db().device.updateMany({ where: { id: deviceId, eventId }, data: { lastSeenAt: now(), queueLength } })
}
