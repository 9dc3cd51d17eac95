import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'

/**
 * Notes that somebody looked at what a device told otherwise than the list, or two devices at once; it changes nothing
 * about who is in. Who looked first stays; looking again changes nothing.
 */
export async function lookAt(
  { eventId, userId }: OrganizerKey,
  factId: string,
): Promise<Result<null, 'unknown_doubt'>> {
  return await db().$transaction(async (tx) => {
    const [doubt] = await tx.$queryRaw<{ kind: string; registrationId: string | null }[]>`
      SELECT kind, registration_id AS "registrationId" FROM check_in_doubt
       WHERE event_id = ${eventId}::uuid AND fact_id = ${factId}::uuid`
    if (!doubt) return refused('unknown_doubt')
    const { count } = await tx.doubtLook.createMany({
      data: [{ eventId, factId, userId }],
      skipDuplicates: true,
    })
    if (count === 0) return ok(null)
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'looked_at_doubt',
      subject: doubt.registrationId ? 'registration' : 'event',
      subjectId: doubt.registrationId ?? eventId,
      facts: { kind: doubt.kind },
    })
    return ok(null)
  })
}
