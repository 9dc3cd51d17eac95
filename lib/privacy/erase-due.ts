import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import { eraseSome, tellHistory } from './erase-some'
import { ownErasures } from './erasures'
import { listDueErasures } from './queries'
import { reapplyTombstones } from './reapply-tombstones'
import type { ErasedCount, ErasureKind, EventErasureKind, OwnErasureKind } from './schema'

/**
 * Forgets everything whose day has come, also days ago, and what a restore left to forget again; answers how much of
 * what. Safe to repeat, and in any number of processes: what one has locked the others leave to it. Of each batch
 * history keeps how many, and a tombstone that.
 */
export async function eraseDue(): Promise<ErasedCount[]> {
  const erased: ErasedCount[] = []
  const failures: unknown[] = []
  const { failed } = await reapplyTombstones()
  if (failed > 0) failures.push(new Error(`${failed} times, what a backup brought back stayed.`))
  const tryTo = async (slug: string | null, kind: ErasureKind, erase: () => Promise<number>) => {
    try {
      const count = await erase()
      if (count > 0) erased.push({ slug, kind, count })
    } catch (error) {
      failures.push(error)
    }
  }
  for (const { event, kind } of await listDueErasures())
    await tryTo(event.slug, kind, () => eraseAllOf(event.id, kind))
  for (const kind of Object.keys(ownErasures) as OwnErasureKind[])
    await tryTo(null, kind, () => eraseOwn(kind))
  // One event in trouble holds up no other.
  if (failures.length > 0) throw failures[0]
  return erased
}

async function eraseAllOf(eventId: string, kind: EventErasureKind): Promise<number> {
  let count = 0
  for (;;) {
    const few = await eraseSome(eventId, kind, now())
    if (few === 0) return count
    count += few
  }
}

async function eraseOwn(kind: OwnErasureKind): Promise<number> {
  let count = 0
  for (;;) {
    const few = await ownErasures[kind].erase()
    count += few
    if (few > 0) continue
    if (count > 0 && told.includes(kind)) await tellHistory(db(), null, kind, count)
    return count
  }
}

// Sessions and links that are over go every hour, and nobody asks about them.
const told: OwnErasureKind[] = ['unconfirmed', 'accounts']
