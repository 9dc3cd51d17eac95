import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { daysBefore, type OwnErasure } from '../erasure'
import { keptAfterItsEnd } from '../retention'

/** The reports of acts on many; history keeps one line. */
export const reportErasure: OwnErasure = {
  count: () => db().bulkAct.count({ where: due() }),
  erase: async () => (await db().bulkAct.deleteMany({ where: due() })).count,
}

const due = () => ({ finishedAt: { lt: daysBefore(now(), keptAfterItsEnd.reports) } })
