import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { CheckInKey } from '../keys'

/**
 * A phone was here, and has kept so many scans that it could not send yet; answers until when it is one. Whoever is no
 * device leaves no trace.
 */
export async function noteSeen({ deviceId, eventId }: CheckInKey, queueLength: number): Promise<Date | null> {
  if (!deviceId) return null
  const [device] = await db().device.updateManyAndReturn({
    where: { id: deviceId, eventId },
    data: { lastSeenAt: now(), queueLength },
    select: { endsAt: true },
  })
  return device?.endsAt ?? null
}
