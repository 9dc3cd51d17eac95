import 'server-only'
import { eraseAccounts } from '../auth/erase'
import { db } from '../db/client'
import { eraseHandoutsAgain } from '../handouts/erase'
import { log } from '../log'
import { withdrawAgain } from '../registrations/erase'
import { erasePersonAgain } from '../registrations/erase-person-again'
import { markSettled } from '../tombstones/mark-settled'
import { listPublicPendingTombstones } from '../tombstones/queries'
import type { Tombstone } from '../tombstones/schema'
import { eraseSome } from './erase-some'
import { type EventErasureKind, eventErasureKinds } from './schema'

/**
 * Erases again what a backup brought back, as the restore marked it. Answers how many tombstones found something, and
 * how many failed: each is a matter of its own, and one that failed stays marked for whoever comes next. Nothing that
 * came to be after a tombstone is touched. Safe to repeat, and in any number of processes.
 */
export async function reapplyTombstones(): Promise<{ found: number; failed: number }> {
  const tombstones = await listPublicPendingTombstones()
  const counts = { found: 0, failed: 0 }
  // In the order in which it has to go, not that in which it went.
  const events = tombstones.filter(isOfEvent).toSorted((one, other) => placeOf(one) - placeOf(other))
  for (const one of [...tombstones.filter((stone) => !isOfEvent(stone)), ...events]) {
    try {
      if ((await eraseAgain(one)) > 0) counts.found++
      await markSettled(one)
    } catch (error) {
      counts.failed++
      const { kind, subjectId } = one
      log.error({ kind, subjectId, error }, 'what a backup brought back could not be erased again')
    }
  }
  return counts
}

async function eraseAgain({ kind, subjectId, erasedAt }: Tombstone): Promise<number> {
  if (kind === 'person') return await erasePersonAgain(subjectId, erasedAt)
  if (kind === 'handout') return await eraseHandoutsAgain(subjectId)
  if (kind === 'account') return await db().$transaction((tx) => eraseAccounts(tx, [subjectId]))
  if (kind.startsWith('withdrawn_')) return await withdrawAgain(kind, subjectId, erasedAt)
  let count = 0
  for (;;) {
    const few = await eraseSome(subjectId, kind as EventErasureKind, erasedAt)
    if (few === 0) return count
    count += few
  }
}

const placeOf = ({ kind }: Tombstone) => eventErasureKinds.indexOf(kind as EventErasureKind)
const isOfEvent = (stone: Tombstone) => placeOf(stone) >= 0
