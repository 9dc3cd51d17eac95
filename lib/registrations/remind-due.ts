import 'server-only'
import { now } from '../clock'
import { localDate } from '../dates'
import { db } from '../db/client'
import { listReminding } from '../events/queries'
import { recordHistory } from '../history/record'
import { queueMailOnce } from '../mail/queue-mail'
import { type DueReminder, findDueReminder } from './find-due-reminder'
import { listToRemind } from './list-to-remind'
import { getMailFacts, getOfferFor } from './queries'
import type { EventOffer } from './schema'

const atOnce = 25

/**
 * Promises the reminders whose moment has come: to confirmed people who registered before it and have heard nothing of
 * their place since, each at most once for one day of the event. Who has said that they come is not asked again. Safe
 * to repeat, in any number of processes; after a pause only the latest goes out. Answers how many were promised.
 */
export async function remindDue(): Promise<number> {
  const at = now()
  let promised = 0
  for (const event of await listReminding(at)) {
    const due = findDueReminder(event, at)
    if (due) promised += await remindAll(event.id, due)
  }
  return promised
}

async function remindAll(eventId: string, due: DueReminder): Promise<number> {
  const offer = await getOfferFor({ eventId })
  const { startsAt, timezone } = offer.event
  // The day belongs to the key: whoever was reminded of another one is reminded of this one too.
  const prefix = `reminder:${due.hoursBefore}:${localDate(startsAt, timezone)}:`
  let promised = 0
  let after = ''
  for (;;) {
    const people = await listToRemind(eventId, due, { prefix, after, most: atOnce })
    if (people.length > 0) promised += await remind(people, due, offer, prefix)
    if (people.length < atOnce) return promised
    after = people.at(-1)!
  }
}

async function remind(people: string[], { kind }: DueReminder, offer: EventOffer, prefix: string) {
  const eventId = offer.event.id
  return await db().$transaction(
    async (tx) => {
      // Whoever cancels meanwhile is either seen as cancelled here, or cancels after being reminded.
      const coming = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM registration WHERE id = ANY (${people}::uuid[]) AND status = 'confirmed' ORDER BY id FOR SHARE`
      let promised = 0
      for (const { id: registrationId } of coming) {
        const { to, facts } = await getMailFacts(tx, registrationId, offer)
        const mail = { kind, eventId, registrationId, to, facts }
        if (!(await queueMailOnce(tx, `${prefix}${registrationId}`, mail))) continue
        promised += 1
        await recordHistory(tx, {
          eventId,
          actor: { kind: 'system', id: null },
          act: kind === 'reminder' ? 'reminded' : 'asked_still_coming',
          subject: 'registration',
          subjectId: registrationId,
        })
      }
      return promised
    },
    { timeout: 30_000 },
  )
}
