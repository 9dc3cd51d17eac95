import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Kept } from './keep-list'
import { noteLost } from './lost'
import type { Waiting } from './waiting'

type Sealed = { iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer }
export type Holder = 'account' | 'device'
/** When it has to be forgotten, by this browser's clock, is not sealed: whatever opens here next can read it. */
export type DoorEnd = { holder: Holder; endsAt?: number }

interface Shelves extends DBSchema {
  keys: { key: string; value: DoorEnd & { key: CryptoKey } }
  pieces: { key: [door: string, name: string]; value: Sealed }
  waiting: { key: [door: string, id: string]; value: Sealed }
}
type Shelf = 'pieces' | 'waiting'

/** What one door keeps in this browser; nothing of it can be read without its key, which cannot leave the browser. */
export type Vault = Awaited<ReturnType<typeof openVault>>

/** The vault of an event's door, with the key that is there or a new one. */
export async function openVault(door: string, holder: Holder) {
  let opening: Promise<IDBPDatabase<Shelves>> | null = null
  const shelves = await reach()
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const tx = shelves.transaction('keys', 'readwrite')
  const kept = await tx.store.get(door)
  const key = kept?.key ?? fresh
  await tx.store.put({ ...kept, key, holder }, door)
  await tx.done

  return {
    get: <T>(name: string): Promise<T | null> => take<T>('pieces', name),
    put: (name: string, value: unknown): Promise<boolean> => lay('pieces', name, value),
    keepWaiting: (id: string, value: unknown): Promise<boolean> => lay('waiting', id, value),
    listWaiting,
    dropWaiting,
    endAt,
    wipe: () => wipeDoors((_, name) => name === door),
    close: () => void opening?.then((opened) => opened.close()),
  }

  /** Browsers end a connection on their own, when memory is short or after a fault: the next use opens another. */
  function reach(): Promise<IDBPDatabase<Shelves>> {
    const again = () => {
      opening = null
    }
    opening ??= openShelves(again).catch((error) => {
      again()
      throw error
    })
    return opening
  }

  async function endAt(endsAt: number): Promise<void> {
    const tx = (await reach()).transaction('keys', 'readwrite')
    const kept = await tx.store.get(door)
    if (kept) await tx.store.put({ ...kept, endsAt }, door)
    await tx.done
  }

  async function take<T>(shelf: Shelf, name: string): Promise<T | null> {
    const sealed = await (await reach()).get(shelf, [door, name])
    return sealed ? await unseal<T>(key, sealed) : null
  }

  /** False once the key is gone: what another tab wiped does not come back. */
  async function lay(shelf: Shelf, name: string, value: unknown): Promise<boolean> {
    const sealed = await seal(key, value)
    const tx = (await reach()).transaction(['keys', shelf], 'readwrite')
    const isOpen = (await tx.objectStore('keys').getKey(door)) !== undefined
    if (isOpen) await tx.objectStore(shelf).put(sealed, [door, name])
    await tx.done
    return isOpen
  }

  async function listWaiting<T>(): Promise<T[]> {
    return await unsealAll<T>(key, await (await reach()).getAll('waiting', everythingOf(door)))
  }

  async function dropWaiting(ids: string[]): Promise<void> {
    const tx = (await reach()).transaction('waiting', 'readwrite')
    await Promise.all([...ids.map((id) => tx.store.delete([door, id])), tx.done])
  }
}

const longestWait = 5_000

/**
 * Forgets the doors that are meant, their keys first: from then on the rest cannot be read. What was not sent is counted
 * before, and once: where several tabs hear at the same moment that it is over, one is in turn. One that fell asleep in
 * its turn is not waited for.
 */
export async function wipeDoors(isMeant: (kept: DoorEnd, door: string) => boolean): Promise<void> {
  const signal = AbortSignal.timeout(longestWait)
  await navigator.locks
    .request('lanyard-door-wipe', { signal }, async () => await wipe(isMeant))
    .catch(async (error: Error) => {
      if (error.name !== 'TimeoutError' && error.name !== 'AbortError') throw error
      await wipe(isMeant)
    })
}

async function wipe(isMeant: (kept: DoorEnd, door: string) => boolean): Promise<void> {
  const shelves = await openShelves()
  const doors: string[] = []
  for (const door of await shelves.getAllKeys('keys')) {
    const kept = await shelves.get('keys', door)
    if (!kept || !isMeant(kept, door)) continue
    await countUnsent(shelves, door, kept.key).catch(() => {})
    doors.push(door)
  }
  const keys = shelves.transaction('keys', 'readwrite')
  await Promise.all([...doors.map((door) => keys.store.delete(door)), keys.done])
  const rest = shelves.transaction(['pieces', 'waiting'], 'readwrite')
  await Promise.all(
    doors.flatMap((door) => [
      rest.objectStore('pieces').delete(everythingOf(door)),
      rest.objectStore('waiting').delete(everythingOf(door)),
    ]),
  )
  await rest.done
  shelves.close()
}

async function countUnsent(shelves: IDBPDatabase<Shelves>, door: string, key: CryptoKey): Promise<void> {
  const waiting = await unsealAll<Waiting>(key, await shelves.getAll('waiting', everythingOf(door)))
  const list = waiting.length > 0 ? await shelves.get('pieces', [door, 'snapshot']) : undefined
  noteLost(waiting, (list && (await unseal<Kept>(key, list)))?.snapshot)
}

const openShelves = (terminated?: () => void) =>
  openDB<Shelves>('lanyard-door', 1, {
    upgrade(shelves) {
      shelves.createObjectStore('keys')
      shelves.createObjectStore('pieces')
      shelves.createObjectStore('waiting')
    },
    ...(terminated && { terminated }),
  })

const everythingOf = (door: string) => IDBKeyRange.bound([door], [door, []])

async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) }
}

const unsealAll = async <T>(key: CryptoKey, all: Sealed[]): Promise<T[]> =>
  (await Promise.all(all.map((sealed) => unseal<T>(key, sealed)))).filter((one) => one !== null)

/** Null for what another key sealed: it is as if it were not there. */
async function unseal<T>(key: CryptoKey, { iv, box }: Sealed): Promise<T | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box)
    return JSON.parse(new TextDecoder().decode(plain)) as T
  } catch {
    return null
  }
}
