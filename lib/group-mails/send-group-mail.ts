import 'server-only'
import { readFilter } from '../attendees/rules'
import { sayFilter } from '../attendees/say-filter'
import { now } from '../clock'
import { instantAt } from '../dates'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { getOfferFor } from '../registrations/queries'
import { ok, type Result, refused } from '../result'
import { listRecipients } from './list-recipients'
import { findGroupMail } from './queries'
import { pressRefusal, timeRefusal } from './rules'
import { lockGroupMail } from './save-draft'
import type { GroupMail, Press, PressRefusal, Recipients } from './schema'

/**
 * Fixes whom a message is for and lets it go, now or at its time; the mails themselves are promised by a sweep, so that
 * a closed tab or a restart changes nothing. Refused when the text or the group is another than was seen. A second
 * press, of this page or of another, finds it under way and changes nothing.
 */
export async function sendGroupMail(
  key: OrganizerKey,
  id: string,
  { version, mark, at }: Press,
): Promise<Result<{ people: number }, PressRefusal>> {
  const [offer, draft] = await Promise.all([getOfferFor(key), findGroupMail(key, id)])
  if (!draft) return refused('not_found')
  const { languages, timezone } = offer.event
  const sendAt = at === null ? now() : instantAt(at, timezone)
  const untimely = timeRefusal(sendAt, at === null ? null : now())
  const recipients = draft.state === 'draft' ? await listRecipients(key, draft) : null
  const filter = readFilter(draft.filter)
  const words = (language: 'en' | 'de') => sayFilter(filter, { offer, language, isDiscreet: true })
  const filterWords = { en: words('en'), de: words('de') }
  return await db().$transaction(
    async (tx) => {
      const kept = await lockGroupMail(tx, key, id)
      if (!kept) return refused('not_found')
      if (kept.state !== 'draft' || !recipients) return ok({ people: await countPeople(tx, id) })
      const problem = pressRefusal(kept, recipients, { version, mark })
      if (problem) return refused(problem)
      if (!sendAt || untimely) return refused(untimely ?? 'unknown_time')
      await fix(tx, kept, key.eventId, recipients)
      const state = at === null ? { state: 'sending' as const, filter: '' } : { state: 'scheduled' as const }
      await tx.groupMail.update({
        where: { id },
        data: { ...state, sendAt, filterWords, optedOut: recipients.optedOut },
      })
      await recordHistory(tx, {
        eventId: key.eventId,
        actor: { kind: 'user', id: key.userId },
        act: at === null ? 'wrote_to_group' : 'scheduled_message',
        subject: 'group_mail',
        subjectId: id,
        facts: { people: recipients.ids.length, filter: filterWords[languages[0] === 'de' ? 'de' : 'en'] },
      })
      return ok({ people: recipients.ids.length })
    },
    { timeout: 30_000 },
  )
}

const countPeople = (tx: Transaction, groupMailId: string) =>
  tx.groupMailRecipient.count({ where: { groupMailId } })

async function fix(tx: Transaction, { id }: GroupMail, eventId: string, { ids }: Recipients): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO group_mail_recipient (group_mail_id, registration_id, event_id, was_cancelled)
    SELECT ${id}::uuid, r.id, r.event_id, r.status = 'cancelled' FROM registration r
     WHERE r.event_id = ${eventId}::uuid AND r.id = ANY (${ids}::uuid[])`
}
