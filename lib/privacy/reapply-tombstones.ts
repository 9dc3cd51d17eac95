import 'server-only'
import { eraseAccounts } from '../auth/erase'
import { db } from '../db/client'
import { eraseHandoutsAgain } from '../handouts/erase'
import { withdrawAgain } from '../registrations/erase'
import { erasePersonAgain } from '../registrations/erase-person-again'
import { keepTombstones } from '../tombstones/put-tombstones'
import type { Tombstone } from '../tombstones/schema'
import { eraseSome } from './erase-some'
import { type EventErasureKind, eventErasureKinds } from './schema'

/**
 * Erases again what a backup brought back: `tombstones` are those of the database that it replaced
 * (`listPublicTombstones`). Answers how many of them found something. Nothing that came to be after a tombstone is
 * touched. Safe to repeat.
 */
export async function reapplyTombstones(tombstones: Tombstone[]): Promise<number> {
  await db().$transaction((tx) => keepTombstones(tx, tombstones))
  let found = 0
  // In the order in which it has to go, not that in which it went.
  const events = tombstones.filter(isOfEvent).toSorted((one, other) => placeOf(one) - placeOf(other))
  for (const one of [...tombstones.filter((stone) => !isOfEvent(stone)), ...events])
    if ((await eraseAgain(one)) > 0) found++
  return found
}

async function eraseAgain({ kind, subjectId, erasedAt }: Tombstone): Promise<number> {
  if (kind === 'person') return await erasePersonAgain(subjectId)
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
