import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { Deed } from './do-to-one'

type Act = Deed & { id: string; eventId: string; startedBy: string; filterWords: string }

/** Everybody had their turn: history says once what became of it. */
export async function finishBulkAct(tx: Transaction, act: Act): Promise<void> {
  const where = { id: act.id, finishedAt: null }
  const { count } = await tx.bulkAct.updateMany({ where, data: { finishedAt: now() } })
  if (count === 0) return
  const done = await tx.bulkActPerson.count({ where: { bulkActId: act.id, refusal: null } })
  const refused = await tx.bulkActPerson.count({ where: { bulkActId: act.id, refusal: { not: null } } })
  await recordHistory(tx, {
    eventId: act.eventId,
    actor: { kind: 'user', id: act.startedBy },
    act: 'acted_on_many',
    subject: 'bulk_act',
    subjectId: act.id,
    facts: { deed: act.kind, done, refused, filter: act.filterWords, reason: act.reason || null },
  })
}
