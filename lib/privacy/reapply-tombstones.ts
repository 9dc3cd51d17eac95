import 'server-only'
import { eraseAccounts } from '../auth/erase'
import { db } from '../db/client'
import { oneAtATime } from '../db/one-at-a-time'
import { eraseHandoutsAgain } from '../handouts/erase'
import { log } from '../log'
import { erasePersonAgain } from '../registrations/erase-person-again'
import { withdrawableConsents } from '../registrations/rules'
import { withdrawAgain } from '../registrations/withdraw-again'
import { markSettled } from '../tombstones/mark-settled'
import { hasPublicPendingTombstones, listPublicPendingTombstones } from '../tombstones/queries'
import type { Tombstone } from '../tombstones/schema'
import { eraseSome } from './erase-some'
import { type EventErasureKind, eventErasureKinds } from './schema'

/**
 * Erases again what a backup brought back, as the restore marked it. Answers how many tombstones found something, and
 * how many failed: each is a matter of its own, and one that failed stays marked for whoever comes next. Nothing that
 * came to be after a tombstone is touched. Safe to repeat, and in any number of processes.
 */
export async function reapplyTombstones(): Promise<{ found: number; failed: number }> {
  if (!(await hasPublicPendingTombstones())) return { found: 0, failed: 0 }
  // Whoever finds nothing because another process has it under way would settle what may yet fail there.
  return await oneAtATime('tombstones', async () => {
    const counts = { found: 0, failed: 0 }
    for (const one of inOrder(await listPublicPendingTombstones())) {
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
  })
}

// What is of an event in the order in which it has to go, not that in which it went.
const inOrder = (tombstones: Tombstone[]): Tombstone[] => [
  ...tombstones.filter((stone) => !isOfEvent(stone)),
  ...tombstones.filter(isOfEvent).toSorted((one, other) => placeOf(one) - placeOf(other)),
]

async function eraseAgain({ kind, subjectId, erasedAt }: Tombstone): Promise<number> {
  if (kind === 'person') return await erasePersonAgain(subjectId, erasedAt)
  if (kind === 'handout') return await eraseHandoutsAgain(subjectId)
  if (kind === 'account') return await db().$transaction((tx) => eraseAccounts(tx, [subjectId]))
  const consent = withdrawableConsents.find((one) => kind === `withdrawn_${one}`)
  if (consent) return await withdrawAgain(consent, subjectId, erasedAt)
  let count = 0
  for (;;) {
    const few = await eraseSome(subjectId, kind as EventErasureKind, erasedAt, { isAgain: true })
    if (few === 0) return count
    count += few
  }
}

const placeOf = ({ kind }: Tombstone) => eventErasureKinds.indexOf(kind as EventErasureKind)
const isOfEvent = (stone: Tombstone) => placeOf(stone) >= 0
