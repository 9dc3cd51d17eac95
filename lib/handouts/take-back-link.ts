import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/** Makes a link open nothing any more. Refused for links of others, and for one that was used meanwhile. */
export async function takeBackLink(
  key: OrganizerKey,
  id: string,
): Promise<Result<null, 'unknown_link' | 'used_meanwhile'>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const link = await tx.handoutLink.findFirst({ where: { id, eventId } })
    if (!link) return refused('unknown_link')
    if (link.revokedAt) return ok(null)
    const { count } = await tx.handoutLink.updateMany({
      where: { id, usedAt: null, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) return refused('used_meanwhile')
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'handout_link_taken_back',
      subject: 'handout',
      subjectId: link.handoutId,
      facts: { link: id },
    })
    return ok(null)
  })
}
