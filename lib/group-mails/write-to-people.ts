import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import type { EventView } from '../events/schema'
import { queueMailOnce } from '../mail/queue-mail'
import { eventFacts } from '../registrations/rules'
import { lockRecipients, type Recipient } from './lock-recipients'
import type { GroupMailFacts } from './mails'
import { readOptOuts } from './read-opt-outs'
import { languageFor, onceKeyOf } from './rules'
import type { GroupMail } from './schema'

type Message = { message: GroupMail; event: EventView }
type Noted = { id: string; mailId?: string; leftOut?: 'cancelled' | 'erased' | 'opted_out' }

/**
 * Promises each of these people their mail, or notes why they are left out: gone since the press, or tired of such
 * mails. Their rows of the message are locked by the caller. Answers how many were written to.
 */
export async function writeToPeople(tx: Transaction, about: Message, ids: string[]): Promise<number> {
  const { message, event } = about
  const people = await lockRecipients(tx, message.id, ids)
  const emails = message.isAboutEvent ? [] : people.flatMap(({ email }) => email || [])
  const optOutOf = await readOptOuts(tx, event.id, emails)
  const noted: Noted[] = []
  for (const person of people) {
    const { id } = person
    const optOut = optOutOf(person.email)
    const leftOut = reasonToLeaveOut(person) ?? (optOut?.isOut ? ('opted_out' as const) : undefined)
    if (leftOut) noted.push({ id, leftOut })
    else noted.push({ id, mailId: await promise(tx, about, person, optOut?.id ?? null) })
  }
  await note(tx, message.id, noted)
  return noted.filter(({ mailId }) => mailId).length
}

function reasonToLeaveOut({ isErased, status, wasCancelled }: Recipient): Noted['leftOut'] {
  if (isErased) return 'erased'
  return status === 'cancelled' && !wasCancelled ? 'cancelled' : undefined
}

async function promise(
  tx: Transaction,
  { message, event }: Message,
  { id, name, email, language, presence, status, manageVersion }: Recipient,
  optOutId: string | null,
): Promise<string> {
  const written = languageFor(message.texts, language)!
  const facts: GroupMailFacts = {
    event: eventFacts(event),
    name,
    presence,
    text: message.texts[written]!,
    manage: status === 'cancelled' ? null : { registrationId: id, version: manageVersion },
    optOutId,
  }
  const mailId = await queueMailOnce(tx, onceKeyOf(message.id, id), {
    kind: 'group_message',
    eventId: event.id,
    registrationId: id,
    to: { name, address: email, language: written },
    facts,
  })
  if (!mailId) throw new Error('somebody was promised this message before')
  return mailId
}

async function note(tx: Transaction, groupMailId: string, noted: Noted[]): Promise<void> {
  const [ids, mails, reasons] = [
    noted.map(({ id }) => id),
    noted.map(({ mailId }) => mailId ?? ''),
    noted.map(({ leftOut }) => leftOut ?? ''),
  ]
  await tx.$executeRaw`
    UPDATE group_mail_recipient p
       SET done_at = ${now()}, mail_id = NULLIF(n.mail, '')::uuid, left_out = NULLIF(n.reason, '')::"LeftOut"
      FROM unnest(${ids}::uuid[], ${mails}::text[], ${reasons}::text[]) AS n(id, mail, reason)
     WHERE p.group_mail_id = ${groupMailId}::uuid AND p.registration_id = n.id`
}
