import 'server-only'
import { renewOrganizerKey } from '../auth/renew-organizer-key'
import { now } from '../clock'
import { apart } from '../db/apart'
import { db, type Transaction } from '../db/client'
import { isDatabaseAway } from '../db/is-away'
import type { OrganizerKey } from '../keys'
import { log } from '../log'
import { NothingHappened } from '../registrations/nothing-happened'
import type { EventOffer } from '../registrations/schema'
import { underLock } from '../registrations/under-lock'
import { type Deed, doToOne } from './do-to-one'
import { finishBulkAct } from './finish-bulk-act'
import type { BulkRefusal } from './schema'

const [peopleAtOnce, secondsAtOnce, secondsARun] = [20, 2, 4]

/**
 * Goes on with every act that was begun, some people at a time: what is done to them and that it was done is one
 * transaction under the event's lock, so another process or a restart finds who is next, and nobody's turn comes twice.
 * Ends after some seconds, so that whoever stops the server need not wait.
 */
export async function carryOutBulkActs(): Promise<void> {
  const until = performance.now() + secondsARun * 1000
  const acts = await db().bulkAct.findMany({ where: { finishedAt: null }, orderBy: { startedAt: 'asc' } })
  for (const act of acts) {
    const key = await renewOrganizerKey(act.eventId, act.startedBy)
    while (await goOn(act, key)) if (performance.now() > until) return
  }
}

type Act = Deed & { id: string; eventId: string; startedBy: string; filterWords: string }

/** The next few people of one act; false when there was nobody left. */
async function goOn(act: Act, key: OrganizerKey | null): Promise<boolean> {
  return await underLock(act.eventId, async (tx, offer) => {
    const until = performance.now() + secondsAtOnce * 1000
    const where = { bulkActId: act.id, doneAt: null }
    const next = await tx.bulkActPerson.findMany({ where, orderBy: { position: 'asc' }, take: peopleAtOnce })
    if (next.length === 0) await finishBulkAct(tx, act)
    for (const { registrationId } of next) {
      const refusal = key ? await tryOn(tx, offer, key, act, registrationId) : 'not_allowed'
      const place = { bulkActId: act.id, registrationId }
      await tx.bulkActPerson.updateMany({ where: place, data: { doneAt: now(), refusal } })
      if (performance.now() > until) break
    }
    return next.length > 0
  })
}

async function tryOn(
  tx: Transaction,
  offer: EventOffer,
  key: OrganizerKey,
  act: Act,
  id: string,
): Promise<BulkRefusal | null> {
  try {
    await apart(tx, () => doToOne(tx, offer, key, act, id))
    return null
  } catch (error) {
    if (error instanceof NothingHappened) return error.refusal as BulkRefusal
    if (isDatabaseAway(error)) throw error
    log.error({ error, act: act.id }, 'an act on many failed for one of them')
    return 'failed'
  }
}
