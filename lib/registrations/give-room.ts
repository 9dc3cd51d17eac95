import 'server-only'
import { recordHistory } from '../history/record'
import { findStay } from '../hotels/queries'
import type { GiveRoomRefusal } from '../hotels/schema'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { forceClaim } from '../places/force-claim'
import { findClaim } from '../places/queries'
import { ok, type Result, refused } from '../result'
import { getMailFacts } from './queries'
import { underLock } from './under-lock'

/**
 * An organizer gives a room though none is left, because the hotel found one more: the nights' ceilings rise by exactly
 * that one and sink again when it is given back. `reason` is kept in the history. Two who share get one. Giving again
 * changes nothing; refused without a reason, for people of other events, for those who have no place or want no room.
 */
export async function giveRoom(
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  reason: string,
): Promise<Result<{ isNew: boolean }, GiveRoomRefusal>> {
  if (reason.trim() === '') return refused('reason_missing')
  return await underLock(eventId, async (tx, offer) => {
    const row = await tx.registration.findFirst({ where: { id: registrationId, eventId } })
    if (!row) return refused('unknown_registration')
    if (row.status !== 'confirmed') return refused('no_place')
    const stay = await findStay(tx, registrationId)
    const claim = await findClaim(tx, stay?.share?.hostId ?? registrationId, 'stay')
    if (!stay || !claim) return refused('no_wish')
    if (claim.state === 'held') return ok({ isNew: false })
    const nightsBeyond = await forceClaim(tx, claim.id)
    for (const person of stay.share ? [stay.share.hostId, stay.share.guestId] : [registrationId]) {
      await tx.registration.update({ where: { id: person }, data: { version: { increment: 1 } } })
      const { to, facts } = await getMailFacts(tx, person, offer)
      const news = [{ kind: 'stay', subjectId: claim.subjectId }]
      await queueMail(tx, {
        kind: 'promoted',
        eventId,
        registrationId: person,
        to,
        facts: { ...facts, news },
      })
      await recordHistory(tx, {
        eventId,
        actor: { kind: 'user', id: userId },
        act: 'gave_room',
        subject: 'registration',
        subjectId: person,
        facts: { reason: reason.trim(), nightsBeyond },
      })
    }
    return ok({ isNew: true })
  })
}
