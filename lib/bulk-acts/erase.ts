import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'

const daysKept = 90

/** Forgets the reports of acts on many ninety days after they ended; history keeps one line. Safe to repeat. */
export async function eraseBulkActs(): Promise<number> {
  const until = new Date(now().getTime() - daysKept * 86_400_000)
  const { count } = await db().bulkAct.deleteMany({ where: { finishedAt: { lt: until } } })
  return count
}
