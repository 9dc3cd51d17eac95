import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { env } from '../env'
import { recordHistory } from '../history/record'
import type { AttendeeKey } from '../keys'
import { mayGoOn } from '../limits'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { keepLink } from './keep-link'
import { lockRegistration } from './lock-registration'
import { makeLink } from './make-link'
import type { TransferRefusal } from './own-refusals'
import { getMailFacts, getOfferFor } from './queries'
import { changeState, transferEndsAt } from './rules'
import { emailInput } from './schema'

/**
 * Offers one's own place to somebody else, by a link to their mailbox; it stays one's own until they have taken it.
 * Somebody who is registered already is told so instead, and the one who asked learns nothing of it. A second offer
 * makes the first one worthless. An address that was written to often enough gets no further mail.
 */
export async function transferPlace(key: AttendeeKey, typed: string): Promise<Result<null, TransferRefusal>> {
  const { eventId, registrationId } = key
  const read = emailInput.safeParse(typed)
  if (!read.success) return refused('not_an_address')
  const email = read.data
  const emailNormalized = email.toLowerCase()
  const offer = await getOfferFor(key)
  if (!offer.event.isTransferAllowed) return refused('not_allowed')
  const perHour = env().resendPerPersonPerHour
  if (!(await mayGoOn('transfer', registrationId, perHour, 3600))) return refused('too_often')
  const isWritten = await mayGoOn('transfer-to', hashToken(emailNormalized), perHour, 3600)
  return await db().$transaction(async (tx) => {
    await lockRegistration(tx, registrationId)
    const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
    if (row.status !== 'confirmed') return refused('not_confirmed')
    if (changeState(offer.event, row, now()) !== 'open') return refused('frozen')
    if (row.emailNormalized === emailNormalized) return refused('same_address')
    const expiresAt = transferEndsAt(offer.event, row.presence, now())
    const link = { purpose: 'transfer', email, expiresAt } as const
    const token = isWritten ? await makeLink(tx, row, link) : await keepLink(tx, row, link)
    const known = await tx.registration.count({
      where: { eventId, emailNormalized, status: { not: 'cancelled' } },
    })
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    if (token)
      await queueMail(tx, {
        kind: known > 0 ? 'transfer_known' : 'transfer_offered',
        eventId,
        registrationId,
        to: { name: '', address: email, language: to.language },
        facts: { event: facts.event, name: facts.name, until: expiresAt.toISOString() },
        token,
      })
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'attendee', id: registrationId },
      act: 'transfer_offered',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok(null)
  })
}
