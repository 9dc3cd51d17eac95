import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { getOfferFor } from './queries'
import type { StillComingRefusal } from './schema'

/** The person says that they come; saying so again changes nothing. Refused for who has no place, and once it is over. */
export async function sayStillComing(
  key: AttendeeKey,
): Promise<Result<{ isNew: boolean }, StillComingRefusal>> {
  const { event } = await getOfferFor(key)
  const at = now()
  if (event.status === 'cancelled' || at >= event.endsAt) return refused('event_over')
  const id = key.registrationId
  return await db().$transaction(async (tx) => {
    const { count } = await tx.registration.updateMany({
      where: { id, eventId: key.eventId, status: 'confirmed', stillComingAt: null },
      data: { stillComingAt: at },
    })
    if (count === 0) {
      const { status } = await tx.registration.findUniqueOrThrow({ where: { id }, select: { status: true } })
      return status === 'confirmed' ? ok({ isNew: false }) : refused('no_place')
    }
    await recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'attendee', id },
      act: 'still_coming',
      subject: 'registration',
      subjectId: id,
    })
    return ok({ isNew: true })
  })
}
