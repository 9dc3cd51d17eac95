import 'server-only'
import { now } from '../clock'
import { db, type Transaction } from '../db/client'
import type { EventView } from '../events/schema'
import { recordHistory } from '../history/record'
import { getOfferFor } from '../registrations/queries'
import { listDue } from './list-due'
import { groupMailOf } from './queries'
import type { GroupMail } from './schema'
import { writeToPeople } from './write-to-people'

const atOnce = 100

/**
 * Promises the mails of every message whose time has come, a few people a transaction, each once; safe in any number of
 * processes, which share the work. A process that dies leaves the rest to the next one. Answers how many were promised.
 */
export async function writeDueMails(): Promise<number> {
  let promised = 0
  for (const { id, eventId } of await listDue(now())) {
    const message = await begin(id)
    if (!message) continue
    const { event } = await getOfferFor({ eventId })
    for (;;) {
      const done = await workOn(message, event)
      promised += done.promised
      if (done.people < atOnce) break
    }
    await finish(id)
  }
  return promised
}

async function begin(id: string): Promise<GroupMail | null> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.groupMail.updateMany({
      where: { id, state: 'scheduled' },
      data: { state: 'sending', filter: '' },
    })
    const row = await tx.groupMail.findFirst({ where: { id, state: 'sending' } })
    if (!row) return null
    if (count === 1) await recordBegin(tx, row)
    return groupMailOf(row)
  })
}

async function recordBegin(tx: Transaction, row: { id: string; eventId: string; filterWords: unknown }) {
  const people = await tx.groupMailRecipient.count({ where: { groupMailId: row.id } })
  await recordHistory(tx, {
    eventId: row.eventId,
    actor: { kind: 'system', id: null },
    act: 'wrote_to_group',
    subject: 'group_mail',
    subjectId: row.id,
    facts: { people },
  })
}

async function workOn(message: GroupMail, event: EventView) {
  return await db().$transaction(
    async (tx) => {
      // Another process takes the next ones meanwhile.
      const people = await tx.$queryRaw<{ id: string }[]>`
        SELECT registration_id AS id FROM group_mail_recipient
         WHERE group_mail_id = ${message.id}::uuid AND done_at IS NULL
         ORDER BY registration_id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`
      const ids = people.map(({ id }) => id)
      return { people: ids.length, promised: await writeToPeople(tx, { message, event }, ids) }
    },
    { timeout: 30_000 },
  )
}

const finish = (id: string) =>
  db().groupMail.updateMany({
    where: { id, state: 'sending', recipients: { none: { doneAt: null } } },
    data: { state: 'sent', finishedAt: now() },
  })
