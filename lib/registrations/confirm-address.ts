import 'server-only'
import { now } from '../clock'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { listClaims } from '../places/queries'
import { ok, type Result, refused } from '../result'
import { getMailFacts } from './queries'
import type { RegistrationStatus } from './schema'
import { underLock } from './under-lock'

/**
 * Whoever holds the link from the mail says that the address is theirs: confirmed with the places that were held, or
 * in line where they stood, or now with the organizers where the event approves. Confirming again changes nothing;
 * refused once the time is up, even before the sweep has passed.
 */
export async function confirmAddress(
  key: AttendeeKey,
): Promise<Result<{ isNew: boolean; status: RegistrationStatus }, 'too_late'>> {
  const { eventId, registrationId } = key
  return await underLock(eventId, async (tx, offer) => {
    const claims = await listClaims(tx, registrationId)
    const isWaiting = claims.some(({ kind, state }) => kind === 'event' && state === 'waiting')
    const status = offer.event.isApprovalRequired
      ? 'pending_approval'
      : isWaiting
        ? 'waitlisted'
        : 'confirmed'
    const { count } = await tx.registration.updateMany({
      where: { id: registrationId, eventId, status: 'unverified', unverifiedUntil: { gt: now() } },
      data: { status, verifiedAt: now(), unverifiedUntil: null, version: { increment: 1 } },
    })
    const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
    if (count === 0) {
      const isOver = row.status === 'unverified' || (row.status === 'cancelled' && !row.verifiedAt)
      return isOver ? refused('too_late') : ok({ isNew: false, status: row.status })
    }
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    await queueMail(tx, { kind: status, eventId, registrationId, to, facts })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'confirmed_address',
      subject: 'registration',
      subjectId: registrationId,
      facts: { status },
    })
    return ok({ isNew: true, status })
  })
}
