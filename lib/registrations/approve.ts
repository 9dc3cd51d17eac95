import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { declineInside } from './decline-inside'
import { getMailFacts } from './queries'
import type { EventOffer } from './schema'
import { sayMissed, settleWishes } from './settle-wishes'
import { underLock } from './under-lock'

export type Decided = { isNew: boolean }
export type ApproveRefusal = 'unknown_registration' | 'not_pending' | 'event_full' | 'event_over'
export type DeclineRefusal = 'unknown_registration' | 'not_pending'

/**
 * Lets somebody in who has to be approved: they take what is free now and join the lines for the rest, at the time
 * they registered. Approving again changes nothing. Refused for people of other events, for those who are not to be
 * decided about, where the event is full and has no waiting list, and when it is cancelled or over.
 */
export const approve = (
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<Decided, ApproveRefusal>> =>
  underLock(key.eventId, (tx, offer) => approveInside(tx, offer, key, registrationId))

/** The same for one of many; needs `underLock`. */
export async function approveInside(
  tx: Transaction,
  offer: EventOffer,
  { eventId, userId }: OrganizerKey,
  registrationId: string,
): Promise<Result<Decided, ApproveRefusal>> {
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
}

/** Says no, kindly, by mail; the registration is over. Declining again changes nothing. */
export const declineApplication = (
  key: OrganizerKey,
  registrationId: string,
): Promise<Result<Decided, DeclineRefusal>> =>
  underLock(key.eventId, (tx, offer) => declineInside(tx, offer, key, registrationId))
