import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { env } from '../env'
import { type Actor, recordHistory } from '../history/record'
import { mayGoOn } from '../limits'
import { queueMail } from '../mail/queue-mail'
import { ok, type Result, refused } from '../result'
import { hashToken } from '../tokens'
import { keepLink } from './keep-link'
import { lockRegistration } from './lock-registration'
import { makeLink } from './make-link'
import type { ChangeEmailRefusal } from './own-refusals'
import { getMailFacts, getOfferFor } from './queries'
import { emailInput } from './schema'

const hours = 24

type Asked = { eventId: string; registrationId: string }

/**
 * Writes to the address somebody shall be reached at from now on; nothing else changes until its mailbox has answered.
 * An address that is registered for the event already gets a mail that says so: whoever asked is told the same in both
 * cases, but for the team, which sees everybody anyway. Asking again makes the link before worthless; an address that
 * was written to often enough gets no further mail. The team's tries are counted apart: whoever reads a wrong mailbox
 * keeps nobody from putting it right.
 */
export async function askMailbox(
  of: Asked,
  typed: string,
  actor: Actor,
): Promise<Result<null, ChangeEmailRefusal>> {
  const { eventId, registrationId } = of
  const isTeam = actor.kind === 'user'
  const read = emailInput.safeParse(typed)
  if (!read.success) return refused('not_an_address')
  const email = read.data
  const emailNormalized = email.toLowerCase()
  const perHour = env().resendPerPersonPerHour
  if (!(await mayGoOn(isTeam ? 'change-email-by-team' : 'change-email', registrationId, perHour, 3600)))
    return refused('too_often')
  const isWritten = await mayGoOn('change-email-to', hashToken(emailNormalized), perHour, 3600)
  if (isTeam && !isWritten) return refused('too_often')
  const offer = await getOfferFor(of)
  return await db().$transaction(async (tx) => {
    await lockRegistration(tx, registrationId)
    const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
    if (row.status === 'cancelled' || row.anonymizedAt) return refused('over')
    if (row.emailNormalized === emailNormalized) return refused('same_address')
    const known = await tx.registration.count({
      where: { eventId, emailNormalized, status: { not: 'cancelled' } },
    })
    if (isTeam && known > 0) return refused('address_taken')
    const expiresAt = new Date(now().getTime() + hours * 3_600_000)
    const link = { purpose: 'change_email', email, expiresAt } as const
    const token = isWritten ? await makeLink(tx, row, link) : await keepLink(tx, row, link)
    const { to, facts } = await getMailFacts(tx, registrationId, offer)
    const kind = known > 0 ? 'address_known' : 'change_email'
    if (token)
      await queueMail(tx, { kind, eventId, registrationId, to: { ...to, address: email }, facts, token })
    const act = isTeam ? 'wrote_to_other_address' : 'asked_for_other_address'
    await recordHistory(tx, { eventId, actor, act, subject: 'registration', subjectId: registrationId })
    return ok(null)
  })
}
