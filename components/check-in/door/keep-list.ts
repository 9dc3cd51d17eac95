import type { Snapshot } from '@/lib/check-in/schema'
import type { Picture } from './picture'
import type { DoorServer } from './server'
import type { Vault } from './vault'

export type Kept = { snapshot: Snapshot; etag: string | null; clockError: number }

/** The list of people as this device last took it, and with what it heard since. */
export async function listKeeper(vault: Vault, server: DoorServer) {
  let kept = await vault.get<Kept>('snapshot')
  return {
    /** Milliseconds by which this device's clock is behind the server's. */
    clockError: () => kept?.clockError ?? 0,
    first,
    take,
    keep: async (picture: Picture) =>
      kept && (await vault.put('snapshot', { ...kept, snapshot: picture.asSnapshot() })),
  }

  /** The newest, else the one that is kept here; null where there is none. */
  async function first(): Promise<{ snapshot: Snapshot; isNew: boolean } | 'over' | null> {
    const taken = await take(kept?.etag ?? null)
    if (taken === 'over') return taken
    return kept && { snapshot: kept.snapshot, isNew: taken !== null }
  }

  /** Null while the network is away; with something to go on with, it is given little time at the start. */
  async function take(
    etag: string | null,
    wait = kept ? undefined : 20_000,
  ): Promise<Snapshot | 'over' | null> {
    const heard = await server.snapshot(etag, wait)
    if (heard.is === 'over') return 'over'
    if (heard.is === 'same') return kept?.snapshot ?? null
    if (heard.is !== 'answer') return null
    const error = Date.parse(heard.value.snapshot.at) - Date.now()
    kept = { ...heard.value, clockError: Math.abs(error) > 2_000 ? error : 0 }
    return kept.snapshot
  }
}
