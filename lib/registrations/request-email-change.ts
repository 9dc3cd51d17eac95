import 'server-only'
import { db } from '../db/client'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { type Result, refused } from '../result'
import { askMailbox } from './ask-mailbox'
import type { ChangeEmailRefusal } from './own-refusals'

/** The person wants to be reached elsewhere from now on: `askMailbox` says what follows. */
export const requestEmailChange = (
  key: AttendeeKey,
  typed: string,
): Promise<Result<null, ChangeEmailRefusal>> =>
  askMailbox(key, typed, { kind: 'attendee', id: key.registrationId })

/**
 * The team writes to another address for somebody whose own has a slip in it, so that no mail of theirs arrives: the
 * mailbox decides here, too (`askMailbox`). Refused for people of other events (`unknown_registration`), for an address
 * that somebody has already (`address_taken`), and as the person would be.
 */
export async function requestEmailChangeFor(
  key: OrganizerKey,
  registrationId: string,
  typed: string,
): Promise<Result<null, ChangeEmailRefusal | 'unknown_registration'>> {
  const { eventId, userId } = key
  if ((await db().registration.count({ where: { id: registrationId, eventId } })) === 0)
    return refused('unknown_registration')
  return await askMailbox({ eventId, registrationId }, typed, { kind: 'user', id: userId })
}
