import 'server-only'
import type { Transaction } from '../db/client'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import type { Decided, DeclineRefusal } from './approve'
import { endRegistration } from './end-registration'
import type { EventOffer } from './schema'

/** Says no to one who is to be decided about; needs `underLock`. */
export async function declineInside(
  tx: Transaction,
  offer: EventOffer,
  { eventId, userId }: OrganizerKey,
  registrationId: string,
): Promise<Result<Decided, DeclineRefusal>> {
  const row = await tx.registration.findFirst({ where: { id: registrationId, eventId } })
  if (!row) return refused('unknown_registration')
  if (row.status === 'cancelled') return ok({ isNew: false })
  if (row.status !== 'pending_approval') return refused('not_pending')
  const actor = { kind: 'user', id: userId } as const
  const isNew = await endRegistration(tx, offer, registrationId, {
    reason: 'declined',
    actor,
    mail: 'declined',
  })
  return ok({ isNew })
}
