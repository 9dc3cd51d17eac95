import 'server-only'
import type { AttendeeKey } from '../keys'
import { ok, type Result } from '../result'
import { erasePerson } from './erase-person'
import { underLock } from './under-lock'

/**
 * Forgets a person who asks for it (GDPR, article 17), with the press; the link and the code open nothing any more. It
 * cannot be undone.
 */
export async function eraseMe({ eventId, registrationId }: AttendeeKey): Promise<Result<null, never>> {
  const actor = { kind: 'attendee', id: registrationId } as const
  return await underLock(eventId, async (tx, offer) => {
    await erasePerson(tx, offer, { registrationId, actor })
    return ok(null)
  })
}
