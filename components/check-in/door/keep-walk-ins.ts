import type { WalkInResult } from '@/lib/check-in/schema'
import type { DoorStore } from './door-state'
import { lineKeeper } from './keep-lines'
import type { Vault } from './vault'
import type { Waiting, WaitingWalkIn, WalkInBody } from './waiting'

type Kit = {
  store: DoorStore
  vault: Vault
  keepWaiting: (one: Waiting) => Promise<boolean>
  send: () => void
}

/** People who come unannounced while there is no network: held here, and registered once the list can be reached. */
export function walkInKeeper({ store, vault, keepWaiting, send }: Kit) {
  const unlisted = lineKeeper('unlisted', store, vault)
  return { keep, answered, seenTo: unlisted.seenTo }

  /** False where nothing was kept: then nobody is told that it was. */
  async function keep(form: Omit<WalkInBody, 'id' | 'at' | 'point'>): Promise<boolean> {
    const id = crypto.randomUUID()
    const body = { id, at: new Date().toISOString(), point: store.get().point, ...form }
    const isKept = await keepWaiting({ id, to: 'walk-ins', body })
    if (isKept) send()
    return isKept
  }

  /** Who was let in and is not on the list stays in sight. */
  async function answered({ body: { id, name, email } }: WaitingWalkIn, result: WalkInResult): Promise<void> {
    if (result.outcome === 'arrived' || result.outcome === 'already_arrived') return
    const fields = ('fields' in result && result.fields) || []
    await unlisted.add({ id, name, email, reason: result.reason ?? 'unknown', fields })
  }
}
