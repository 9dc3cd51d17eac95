import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { CancelReason } from '../db/generated/enums'
import { type Actor, recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { releasePlaces } from '../places/release-places'
import type { ClaimRef } from '../places/schema'
import { leaveSharedRoom } from './leave-shared-room'
import { getMailFacts } from './queries'
import type { EventOffer } from './schema'

export type Ending = {
  reason: CancelReason
  actor: Actor
  /** The kind of mail that says so; null tells nobody. */
  mail: string | null
  /** What it was about, when it was one thing. */
  news?: ClaimRef[]
}

/**
 * Cancels one registration of the offer's event and gives back everything it holds; false when it was over already.
 * Call it inside `underLock`, which gives the places on.
 */
export async function endRegistration(
  tx: Transaction,
  offer: EventOffer,
  registrationId: string,
  { reason, actor, mail, news }: Ending,
): Promise<boolean> {
  const eventId = offer.event.id
  const { to, facts } = await getMailFacts(tx, registrationId, offer)
  const { count } = await tx.registration.updateMany({
    where: { id: registrationId, eventId, status: { not: 'cancelled' } },
    data: { status: 'cancelled', cancelReason: reason, cancelledAt: now(), version: { increment: 1 } },
  })
  if (count === 0) return false
  await leaveSharedRoom(tx, offer, { eventId, registrationId, actor })
  await releasePlaces(tx, registrationId)
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'cancelled',
    subject: 'registration',
    subjectId: registrationId,
    facts: { reason },
  })
  if (mail)
    await queueMail(tx, {
      kind: mail,
      eventId,
      registrationId,
      to,
      facts: { ...facts, status: 'cancelled', reason, ...(news && { news }) },
    })
  return true
}
