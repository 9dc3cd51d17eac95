import 'server-only'
import { now } from '../clock'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { endRegistration } from './end-registration'
import { getMailFacts } from './queries'
import { sayMissed, settleWishes } from './settle-wishes'
import { underLock } from './under-lock'

type Decided = { isNew: boolean }
export type ApproveRefusal = 'unknown_registration' | 'not_pending' | 'event_full' | 'event_over'
export type DeclineRefusal = 'unknown_registration' | 'not_pending'

/**
 * Lets somebody in who has to be approved: they take what is free now and join the lines for the rest, at the time
 * they registered. Approving again changes nothing. Refused for people of other events, for those who are not to be
 * decided about, where the event is full and has no waiting list, and when it is cancelled or over.
 */
export async function approve(
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<Decided, ApproveRefusal>> {
  const { eventId, userId } = key
  return await underLock(eventId, async (tx, offer) => {
    const row = await tx.registration.findFirst({ where: { id: registrationId, eventId } })
    if (!row) return refused('unknown_registration')
    if (row.status === 'confirmed' || row.status === 'waitlisted') return ok({ isNew: false })
    if (row.status !== 'pending_approval') return refused('not_pending')
    if (offer.event.status === 'cancelled' || now() >= offer.event.endsAt) return refused('event_over')
    const { isIn, missed } = await settleWishes(tx, offer, registrationId)
    if (!isIn && offer.event.waiting === 'off') return refused('event_full')
    const status = isIn ? 'confirmed' : 'waitlisted'
    await tx.registration.update({
      where: { id: registrationId },
      data: { status, version: { increment: 1 } },
    })
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    const said = { ...facts, missed: sayMissed(missed, offer, to.language) }
    await queueMail(tx, { kind: status, eventId, registrationId, to, facts: said })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'approved',
      subject: 'registration',
      subjectId: registrationId,
      facts: { status },
    })
    return ok({ isNew: true })
  })
}

/** Says no, kindly, by mail; the registration is over. Declining again changes nothing. */
export async function declineApplication(
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<Decided, DeclineRefusal>> {
  const { eventId, userId } = key
  return await underLock(eventId, async (tx, offer) => {
    const row = await tx.registration.findFirst({ where: { id: registrationId, eventId } })
    if (!row) return refused('unknown_registration')
    if (row.status === 'cancelled') return ok({ isNew: false })
    if (row.status !== 'pending_approval') return refused('not_pending')
    const actor = { kind: 'user', id: userId } as const
    return ok({
      isNew: await endRegistration(tx, offer, registrationId, {
        reason: 'declined',
        actor,
        mail: 'declined',
      }),
    })
  })
}
