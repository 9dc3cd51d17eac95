import 'server-only'
import { againAfterDeadlock } from '../db/again-after-deadlock'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { redirectMails } from '../mail/redirect-mails'
import { ok, type Result, refused } from '../result'
import { derivedToken, hashToken } from '../tokens'
import { findPublicLink, type LiveLink } from './find-link'
import { mailOfNow } from './mail-of-now'
import type { ConfirmEmailRefusal } from './own-refusals'
import { getMailFacts, getOfferFor } from './queries'
import type { EventOffer } from './schema'
import { spendLink } from './spend-link'

type Confirmed = Result<{ manageToken: string }, ConfirmEmailRefusal>

/**
 * Whoever holds the link reads the new mailbox: it is the registration's from now on. Every link before is dead, the
 * old mailbox is warned, the new one gets a mail with a link of its own, and what waited for the old one. Acts once.
 */
export async function confirmEmailChange(token: string): Promise<Confirmed> {
  const found = await findPublicLink('change_email', token)
  if (!found) return refused('link_over')
  const offer = await getOfferFor(found)
  try {
    return await againAfterDeadlock(() =>
      db().$transaction(async (tx) => {
        const link = await spendLink(tx, 'change_email', token)
        return link ? ok(await change(tx, offer, link)) : refused('link_over')
      }),
    )
  } catch (error) {
    if (error instanceof AddressTaken) return refused('address_taken')
    throw error
  }
}

/** Undoes the transaction, so that the link is not spent either. */
class AddressTaken extends Error {}

async function change(tx: Transaction, offer: EventOffer, { eventId, registrationId, email }: LiveLink) {
  const { to: old, facts: before } = await getMailFacts(tx, registrationId, offer)
  const version = before.manageVersion + 1
  const manageToken = derivedToken('manage', registrationId, version)
  await tx.registration
    .update({
      where: { id: registrationId },
      data: {
        email,
        emailNormalized: email.toLowerCase(),
        manageVersion: version,
        manageTokenHash: hashToken(manageToken),
        version: { increment: 1 },
      },
    })
    .catch((error: { code?: string }) => {
      throw error.code === 'P2002' ? new AddressTaken() : error
    })
  // Whoever had a look into the old mailbox may have offered the place to themselves.
  await tx.registrationToken.deleteMany({ where: { registrationId, usedAt: null } })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'attendee', id: registrationId },
    act: 'address_changed',
    subject: 'registration',
    subjectId: registrationId,
  })
  const { to, facts } = await getMailFacts(tx, registrationId, offer)
  const mail = mailOfNow(facts)
  const move = { from: old.address, to: to.address, manageVersion: version, instead: mail.kind }
  await redirectMails(tx, registrationId, move)
  const about = { eventId, registrationId }
  await queueMail(tx, { ...about, kind: 'email_changed', to: old, facts: before })
  await queueMail(tx, { ...about, to, ...mail })
  return { manageToken }
}
