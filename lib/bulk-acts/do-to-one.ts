import 'server-only'
import type { Transaction } from '../db/client'
import type { OrganizerKey } from '../keys'
import { putTags } from '../notes/put-tags'
import { approveInside } from '../registrations/approve'
import { confirmInside } from '../registrations/confirm-inside'
import { declineInside } from '../registrations/decline-inside'
import { endRegistration } from '../registrations/end-registration'
import { liftFromLine } from '../registrations/lift-from-line'
import { NothingHappened } from '../registrations/nothing-happened'
import type { EventOffer } from '../registrations/schema'
import type { Result } from '../result'
import { foreseen } from './rules'
import type { BulkKind, BulkRefusal } from './schema'

export type Deed = { kind: BulkKind; tags: string[]; isTold: boolean; isForced: boolean; reason: string }

/** Does the act to one person, with the verb that is pressed for one alone; needs `underLock`. Throws what refuses it. */
export async function doToOne(
  tx: Transaction,
  offer: EventOffer,
  key: OrganizerKey,
  deed: Deed,
  id: string,
): Promise<void> {
  const person = await tx.registration.findFirst({ where: { id, eventId: key.eventId } })
  if (!person) throw new NothingHappened<BulkRefusal>('gone')
  const isErased = person.anonymizedAt !== null
  const refusal = foreseen(deed.kind, { status: person.status, isInLine: true, isErased })
  if (refusal) throw new NothingHappened<BulkRefusal>(refusal)
  const answer = await acts[deed.kind](tx, offer, key, id, { ...deed, status: person.status })
  if (answer.ok) return
  const { refusal: said } = answer
  throw new NothingHappened<BulkRefusal>(said === 'unknown_registration' ? 'gone' : said)
}

type Act = (
  tx: Transaction,
  offer: EventOffer,
  key: OrganizerKey,
  id: string,
  deed: Deed & { status: string },
) => Promise<Result<unknown, BulkRefusal | 'unknown_registration'>>

const acts: Record<BulkKind, Act> = {
  confirm: (tx, offer, key, id, { status }) =>
    status === 'unverified'
      ? confirmInside(tx, offer, id, { kind: 'user', id: key.userId })
      : approveInside(tx, offer, key, id),
  decline: (tx, offer, key, id) => declineInside(tx, offer, key, id),
  promote: (tx, offer, key, id, deed) => liftFromLine(tx, offer, key, id, deed),
  cancel: async (tx, offer, key, id, { isTold }) => {
    const actor = { kind: 'user', id: key.userId } as const
    await endRegistration(tx, offer, id, { reason: 'organizer', actor, mail: isTold ? 'cancelled' : null })
    return { ok: true, value: null }
  },
  tag: (tx, _, key, id, { tags }) => putTags(tx, key, id, tags, 'on'),
  untag: (tx, _, key, id, { tags }) => putTags(tx, key, id, tags, 'off'),
}
