import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { daysBefore, type OwnErasure } from '../erasure'
import { keptAfterItsEnd } from '../retention'

/** A list with its report, after it was imported, or brought and never imported. */
export const importErasure: OwnErasure = {
  count: () => db().peopleImport.count({ where: due() }),
  erase: async () => (await db().peopleImport.deleteMany({ where: due() })).count,
}

function due() {
  const until = daysBefore(now(), keptAfterItsEnd.imports)
  return {
    OR: [
      { state: 'done' as const, finishedAt: { lt: until } },
      { state: { in: ['mapping' as const, 'checked' as const] }, createdAt: { lt: until } },
    ],
  }
}
