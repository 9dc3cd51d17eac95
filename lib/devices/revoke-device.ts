import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { doorActor } from '../history/door-actor'
import { recordHistory } from '../history/record'
import type { CheckInKey, OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** A phone's key opens nothing from now on; what it scanned stays. Refused for one that is out already. */
export const revokeDevice = (key: OrganizerKey, id: string): Promise<Result<null, 'unknown_device'>> =>
  revoke(key.eventId, id, { kind: 'user', id: key.userId }, 'device_revoked')

/** The same, by whoever holds the phone. */
export const unpairDevice = async (key: CheckInKey): Promise<Result<null, 'unknown_device'>> =>
  key.deviceId
    ? await revoke(key.eventId, key.deviceId, doorActor(key), 'device_unpaired')
    : refused('unknown_device')

async function revoke(
  eventId: string,
  id: string,
  actor: ReturnType<typeof doorActor>,
  act: 'device_revoked' | 'device_unpaired',
): Promise<Result<null, 'unknown_device'>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.device.updateMany({
      where: { id, eventId, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) return refused('unknown_device')
    await recordHistory(tx, { eventId, actor, act, subject: 'device', subjectId: id })
    return ok(null)
  })
}
