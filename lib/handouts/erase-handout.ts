import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { putTombstones } from '../tombstones/put-tombstones'

/** Deletes what a handout says, and its links, before its day. Refused for what is not kept any more. */
export async function eraseHandout(key: OrganizerKey, id: string): Promise<Result<null, 'handout_gone'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const { count } = await tx.handout.updateMany({
      where: { id, eventId, erasedAt: null },
      data: { erasedAt: now() },
    })
    if (count === 0) return refused('handout_gone')
    await tx.handoutLine.deleteMany({ where: { handoutId: id } })
    await tx.handoutLink.deleteMany({ where: { handoutId: id } })
    await putTombstones(tx, 'handout', [id])
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'handout_erased',
      subject: 'handout',
      subjectId: id,
    })
    return ok(null)
  })
}
