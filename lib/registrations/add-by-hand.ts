import 'server-only'
import type { OrganizerKey } from '../keys'
import { addInside } from './add-inside'
import type { AddRefusal, ByHand } from './by-hand-input'
import { NothingHappened } from './nothing-happened'
import type { Problems } from './read-form'
import type { RegistrationInput } from './schema'
import { underLock } from './under-lock'

export type AddAnswer =
  | { ok: true; value: { id: string; beyond: number } }
  | { ok: false; refusal: AddRefusal; problems?: Problems }

/**
 * An organizer fills in the form for somebody, who is in at once: no window, code, approval or click in a mailbox stands
 * in the way. Places are respected, or with a reason given beyond what is there, each by exactly one (`forcePlaces`).
 * History keeps how the person agreed, and the reason. Refused for an address that is registered: nothing happens then.
 */
export async function addByHand(
  key: OrganizerKey,
  input: RegistrationInput,
  how: ByHand,
): Promise<AddAnswer> {
  if (how.isForced && how.reason === '') return { ok: false, refusal: 'reason_missing' }
  try {
    const value = await underLock(key.eventId, (tx, offer) =>
      addInside(tx, offer, { kind: 'user', id: key.userId }, input, { ...how, source: 'organizer' }),
    )
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof NothingHappened)) throw error
    return { ok: false, refusal: error.refusal as AddRefusal, problems: error.problems }
  }
}
