import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { doorActor } from '../history/door-actor'
import { recordHistory } from '../history/record'
import type { CheckInKey } from '../keys'
import { ok, type Result, refused } from '../result'

type Answer = 'fine' | 'no_camera'

/**
 * What somebody said at the desk about photos, and when; history remembers who noted it and what stood there before.
 * What a device tells late does not go over what was said later; of one moment "no camera" stays. Answers what stands
 * there now. Saying the same again changes nothing but the time. Refused for people of other events.
 */
export async function setPhotoPreference(
  key: CheckInKey,
  registrationId: string,
  photo: Answer,
  at: Date = now(),
): Promise<Result<Answer, 'unknown_registration'>> {
  const { eventId } = key
  const person = { id: registrationId, eventId }
  const mayOverwrite = photo === 'no_camera' || key.rank !== 'scan_only'
  return await db().$transaction(async (tx) => {
    const before = await tx.registration.findFirst({
      where: person,
      select: { photo: true },
    })
    if (!before) return refused('unknown_registration')
    const { count } = await tx.registration.updateMany({
      where: {
        ...person,
        // A device that only scans answers for whoever was never asked; it takes nobody's word back.
        photo: mayOverwrite ? { not: photo } : 'not_asked',
        OR: [{ photoSaidAt: null }, { photoSaidAt: photo === 'no_camera' ? { lte: at } : { lt: at } }],
      },
      data: { photo, photoSaidAt: mayOverwrite ? at : noWord, version: { increment: 1 } },
    })
    if (mayOverwrite)
      await tx.registration.updateMany({
        where: { ...person, photo, OR: [{ photoSaidAt: null }, { photoSaidAt: { lt: at } }] },
        data: { photoSaidAt: at },
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
    const { photo: stands } = await tx.registration.findFirstOrThrow({
      where: person,
      select: { photo: true },
    })
    return ok(stands as Answer)
  })
}

/** Older than anybody's: whatever else is said counts more than what a device noted that only scans. */
const noWord = new Date(0)
