import 'server-only'
import { db } from '../db/client'
import { doorActor } from '../history/door-actor'
import { recordHistory } from '../history/record'
import type { CheckInKey } from '../keys'
import { ok, type Result, refused } from '../result'

type Answer = 'fine' | 'no_camera'

/**
 * What somebody said at the desk about photos; history remembers who noted it and what stood there before.
 * Saying the same again changes nothing. Refused for people of other events.
 */
export async function setPhotoPreference(
  key: CheckInKey,
  registrationId: string,
  photo: Answer,
): Promise<Result<Answer, 'unknown_registration'>> {
  const { eventId } = key
  const mayOverwrite = photo === 'no_camera' || key.rank !== 'scan_only'
  return await db().$transaction(async (tx) => {
    const before = await tx.registration.findFirst({
      where: { id: registrationId, eventId },
      select: { photo: true },
    })
    if (!before) return refused('unknown_registration')
    const { count } = await tx.registration.updateMany({
      // A device that only scans answers for whoever was never asked; it takes nobody's word back.
      where: { id: registrationId, eventId, photo: mayOverwrite ? { not: photo } : 'not_asked' },
      data: { photo, version: { increment: 1 } },
    })
    if (count > 0) {
      await recordHistory(tx, {
        eventId,
        actor: doorActor(key),
        act: 'photo_preference_set',
        subject: 'registration',
        subjectId: registrationId,
        facts: { from: before.photo, to: photo },
      })
    }
    return ok(photo)
  })
}
