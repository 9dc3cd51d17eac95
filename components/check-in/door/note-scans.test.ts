import { afterEach, expect, test, vi } from 'vitest'
import type { Snapshot } from '@/lib/check-in/schema'
import { type DoorState, keepState } from './door-state'
import { keepSending } from './keep-sending'
import { waitingKeeper } from './keep-waiting'
import { scanNoter } from './note-scans'
import { Picture } from './picture'
import type { DoorServer } from './server'
import type { Vault } from './vault'
import type { Waiting } from './waiting'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a scan that this device cannot write down is told to nobody, and that is said until one is kept', async () => {
  const { noter, store, vault } = makeDoor()
  vault.isBroken = true
  await noter.note({ registrationId: 'zoe' }, { kind: 'arrive' })
  expect(store.get()).toMatchObject({ isNotKept: true, shown: null, isAsking: false })
  expect(store.get().picture.inside('door').size).toBe(0)
  vault.isBroken = false
  await noter.note({ registrationId: 'zoe' }, { kind: 'arrive' })
  expect(store.get()).toMatchObject({ isNotKept: false, shown: { verdict: { outcome: 'arrived' } } })
  const [{ id }] = [...vault.waiting.values()] as [Waiting]
  expect(noter.isInHand(id)).toBe(false)
})

test('sending goes on after what waits could not be read once', async () => {
  const { noter, store, vault } = makeDoor()
  await noter.note({ registrationId: 'zoe' }, { kind: 'arrive' })
  const tries: string[] = []
  const request = async () => {
    tries.push('asked')
    if (tries.length === 1) throw new DOMException('', 'InvalidStateError')
    return 'sent'
  }
  vi.stubGlobal('navigator', { locks: { request } })
  vi.stubGlobal('window', { setTimeout: () => 0 })
  const sender = keepSending({
    ...{ store, vault: vault as unknown as Vault, server: {} as DoorServer, door: 'door', noter },
    ...{ walkIns: { answered: async () => {} }, save: () => {}, over: () => {} },
  })
  store.set({ offlineSince: null })
  await sender.send()
  vi.setSystemTime(Date.now() + 60_000)
  await sender.send()
  expect(tries).toHaveLength(2)
})

function makeDoor() {
  const snapshot = {
    ...{ people: [{ i: 'zoe', h: 'hash', n: 'Zoë Sample' }], arrivals: [], device: { rank: 'check_in' } },
    points: [{ key: 'door', name: 'Door', isArrival: true, hasExits: false }],
  } as unknown as Snapshot
  const state = {
    picture: new Picture(snapshot),
    point: 'door',
    device: 'desk',
    offlineSince: 1,
    shown: null,
  }
  const store = keepState(state as Partial<DoorState> as DoorState)
  const waiting = new Map<string, unknown>()
  const vault = {
    waiting,
    isBroken: false,
    listWaiting: async () => [...waiting.values()],
    async keepWaiting(id: string, one: unknown) {
      if (vault.isBroken) throw new DOMException('', 'InvalidStateError')
      waiting.set(id, one)
      return true
    },
  }
  const kit = { store, vault: vault as unknown as Vault, over: () => {} }
  const noter = scanNoter({
    ...{ ...kit, server: {} as DoorServer, keepWaiting: waitingKeeper(kit), clockError: () => 0 },
    ...{ noted: () => {}, wentAway: () => {}, send: () => {} },
  })
  return { noter, store, vault }
}
