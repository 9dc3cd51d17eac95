import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/**
 * The link pairs nothing any more, and every phone that came by it is out with its next word: `pairDevice` holds the
 * link's row, so none slips in between. Answers how many were paired until now.
 */
export async function revokeLink(
  { eventId, userId }: OrganizerKey,
  id: string,
): Promise<Result<{ devices: number }, 'unknown_link'>> {
  return await db().$transaction(async (tx) => {
    const revokedAt = now()
    const { count } = await tx.deviceLink.updateMany({
      where: { id, eventId, revokedAt: null },
      data: { revokedAt },
    })
    if (count === 0) return refused('unknown_link')
    const { count: devices } = await tx.device.updateMany({
      where: { linkId: id, eventId, revokedAt: null },
      data: { revokedAt },
    })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'device_link_taken_back',
      subject: 'device_link',
      subjectId: id,
      facts: { devices },
    })
    return ok({ devices })
  })
}
