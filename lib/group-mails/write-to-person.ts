import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { EventView } from '../events/schema'
import { queueMailOnce } from '../mail/queue-mail'
import { eventFacts } from '../registrations/rules'
import { lockRecipient, type Recipient } from './lock-recipient'
import type { GroupMailFacts } from './mails'
import { readOptOut } from './read-opt-out'
import { languageFor, onceKeyOf } from './rules'
import type { GroupMail } from './schema'

type Addressed = { message: GroupMail; event: EventView; registrationId: string }

/**
 * Promises one person their mail, or notes why they are left out: gone since the press, or tired of such mails. The
 * recipient's own row is locked by the caller. False when nobody was written to.
 */
export async function writeToPerson(tx: Transaction, addressed: Addressed): Promise<boolean> {
  const { message, registrationId } = addressed
  const person = await lockRecipient(tx, message.id, registrationId)
  const isGone = person.status === 'cancelled' && !person.wasCancelled
  if (person.isErased || isGone)
    return await leaveOut(tx, addressed, person.isErased ? 'erased' : 'cancelled')
  const optOut = message.isAboutEvent ? null : await readOptOut(tx, addressed.event.id, person.email)
  if (optOut?.isOut) return await leaveOut(tx, addressed, 'opted_out')
  const mailId = await promise(tx, addressed, person, optOut?.id ?? null)
  if (!mailId) throw new Error('somebody was promised this message before')
  await note(tx, addressed, { mailId })
  return true
}

async function promise(
  tx: Transaction,
  { message, event, registrationId }: Addressed,
  { name, email, language, presence, status, manageVersion }: Recipient,
  optOutId: string | null,
): Promise<string | null> {
  const written = languageFor(message.texts, language)!
  const facts: GroupMailFacts = {
    event: eventFacts(event),
    name,
    presence,
    text: message.texts[written]!,
    manage: status === 'cancelled' ? null : { registrationId, version: manageVersion },
    optOutId,
  }
  return await queueMailOnce(tx, onceKeyOf(message.id, registrationId), {
    kind: 'group_message',
    eventId: event.id,
    registrationId,
    to: { name, address: email, language: written },
    facts,
  })
}

async function leaveOut(
  tx: Transaction,
  addressed: Addressed,
  leftOut: 'cancelled' | 'erased' | 'opted_out',
): Promise<false> {
  await note(tx, addressed, { leftOut })
  return false
}

const note = (
  tx: Transaction,
  { message, registrationId }: Addressed,
  fate: { mailId: string } | { leftOut: 'cancelled' | 'erased' | 'opted_out' },
) =>
  tx.groupMailRecipient.update({
    where: { groupMailId_registrationId: { groupMailId: message.id, registrationId } },
    data: { ...fate, doneAt: now() },
  })
