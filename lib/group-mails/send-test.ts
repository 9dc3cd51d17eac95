import 'server-only'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { mayGoOn } from '../limits'
import { queueMail, type Recipient } from '../mail/queue-mail'
import { getOfferFor } from '../registrations/queries'
import { ok, type Result, refused } from '../result'
import { sampleFacts } from './preview-group-mail'
import { findGroupMail } from './queries'
import { writtenIn } from './rules'

const perHour = 20

/** Sends a message to the one who presses, in every language it is written in. Its links lead to the event only. */
export async function sendTest(
  key: OrganizerKey,
  id: string,
  to: Omit<Recipient, 'language'>,
): Promise<Result<{ mails: number }, 'not_found' | 'incomplete' | 'too_often'>> {
  const [message, { event }] = await Promise.all([findGroupMail(key, id), getOfferFor(key)])
  if (!message) return refused('not_found')
  const written = writtenIn(message.texts)
  if (written.length === 0) return refused('incomplete')
  if (!(await mayGoOn('test-mail', key.userId, perHour, 3600))) return refused('too_often')
  return await db().$transaction(async (tx) => {
    for (const language of written) {
      const facts = { ...sampleFacts(message, event, language), name: to.name, optOutId: null, isTest: true }
      await queueMail(tx, { kind: 'group_message', eventId: key.eventId, to: { ...to, language }, facts })
    }
    await recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'user', id: key.userId },
      act: 'message_tested',
      subject: 'group_mail',
      subjectId: id,
    })
    return ok({ mails: written.length })
  })
}
