import 'server-only'
import { db } from '../db/client'
import { env } from '../env'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { mayGoOn } from '../limits'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { lockRegistration } from './lock-registration'
import { mailOfNow } from './mail-of-now'
import { getMailFacts, getOfferFor } from './queries'

/**
 * Sends the mail that fits the present state again, to the registered address; as often an hour as the environment
 * allows. Whoever has been erased meanwhile is not written to.
 */
export async function resendMail(key: AttendeeKey): Promise<Result<null, 'too_often' | 'over'>> {
  if (!(await mayGoOn('resend-mail', key.registrationId, env().resendPerPersonPerHour, 3600)))
    return refused('too_often')
  const offer = await getOfferFor(key)
  return await db().$transaction(async (tx) => {
    await lockRegistration(tx, key.registrationId)
    const erased = { id: key.registrationId, anonymizedAt: { not: null } }
    if ((await tx.registration.count({ where: erased })) > 0) return refused('over')
    const { to, facts } = await getMailFacts(tx, key.registrationId, offer)
    await queueMail(tx, {
      eventId: key.eventId,
      registrationId: key.registrationId,
      to,
      ...mailOfNow(facts),
    })
    await recordHistory(tx, {
      eventId: key.eventId,
      actor: { kind: 'attendee', id: key.registrationId },
      act: 'asked_for_mail',
      subject: 'registration',
      subjectId: key.registrationId,
    })
    return ok(null)
  })
}
