import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { daysRowsAreKept } from './schema'

/** Forgets a list with its report seven days after it was imported, or brought and never imported. Safe to repeat. */
export async function eraseImports(): Promise<number> {
  const until = new Date(now().getTime() - daysRowsAreKept * 86_400_000)
  const { count } = await db().peopleImport.deleteMany({
    where: {
      OR: [
        { state: 'done', finishedAt: { lt: until } },
        { state: { in: ['mapping', 'checked'] }, createdAt: { lt: until } },
      ],
    },
  })
  return count
}
