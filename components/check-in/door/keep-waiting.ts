import type { DoorStore } from './door-state'
import type { Vault } from './vault'
import type { Waiting } from './waiting'

type Kit = { store: DoorStore; vault: Pick<Vault, 'keepWaiting'>; over: () => void }

/** Keeps what was noted before anybody is told of it; false where it is not kept, and then that is said. */
export function waitingKeeper({ store, vault, over }: Kit) {
  return async (one: Waiting): Promise<boolean> => {
    try {
      const isKept = await vault.keepWaiting(one.id, one)
      if (!isKept) over()
      else if (store.get().isNotKept) store.set({ isNotKept: false })
      return isKept
    } catch {
      store.set({ isNotKept: true, isAsking: false })
      return false
    }
  }
}
