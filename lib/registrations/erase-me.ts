import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { eraseHandoutsOf } from '../handouts/erase'
import { eraseHistoryOf } from '../history/erase'
import { recordHistory } from '../history/record'
import { eraseStayOf } from '../hotels/erase'
import { newCode } from '../ids'
import type { AttendeeKey } from '../keys'
import { eraseMailsOf } from '../mail/erase'
import { eraseMealsOf } from '../meals/erase'
import { eraseAnswersOf } from '../questions/erase'
import { ok, type Result } from '../result'
import { hashToken, newToken } from '../tokens'
import { putTombstones } from '../tombstones/put-tombstones'
import { endRegistration } from './end-registration'
import { lockWithLinks } from './lock-registration'
import { underLock } from './under-lock'

/**
 * Forgets a person (GDPR, article 17): everything they hold goes to the next in line, everything they told is gone
 * from every table with the press, the link and the code open nothing any more. What stays is that somebody was
 * registered, and when, so that the figures of the event stay true. It cannot be undone.
 */
export async function eraseMe(key: AttendeeKey): Promise<Result<null, never>> {
  const { eventId, registrationId } = key
  const actor = { kind: 'attendee', id: registrationId } as const
  return await underLock(eventId, async (tx, offer) => {
    await lockWithLinks(tx, registrationId)
    await eraseHistoryOf(tx, registrationId)
    await endRegistration(tx, offer, registrationId, { reason: 'erased', actor, mail: null })
    await eraseMealsOf(tx, registrationId)
    await eraseStayOf(tx, registrationId)
    await eraseAnswersOf(tx, registrationId)
    await eraseMailsOf(tx, registrationId)
    await tx.consent.deleteMany({ where: { registrationId } })
    const { email } = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
    // Also links that others had sent to this address.
    const sentThere = { email: { equals: email, mode: 'insensitive' } } as const
    await tx.registrationToken.deleteMany({ where: { eventId, OR: [{ registrationId }, sentThere] } })
    await tx.invitation.updateMany({ where: { registrationId }, data: { name: '', email: '' } })
    await forget(tx, registrationId)
    await eraseHandoutsOf(tx, { eventId, registrationId, actor })
    await putTombstones(tx, 'person', [registrationId])
    await recordHistory(tx, {
      eventId,
      actor,
      act: 'erased',
      subject: 'registration',
      subjectId: registrationId,
    })
    return ok(null)
  })
}

const forget = (tx: Transaction, id: string) =>
  tx.registration.update({
    where: { id },
    data: {
      // Who cancelled before is erased now; check-in answers `unknown` to both.
      cancelReason: 'erased',
      code: newCode(),
      name: '–',
      email: '',
      emailNormalized: '',
      organization: null,
      legalName: null,
      days: [],
      diet: [],
      photo: 'not_asked',
      accessibility: null,
      isListed: false,
      isStayUndecided: false,
      submissionId: null,
      manageVersion: { increment: 1 },
      manageTokenHash: hashToken(newToken()),
      version: { increment: 1 },
      anonymizedAt: now(),
    },
  })
