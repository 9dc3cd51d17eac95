import { expect, test } from 'vitest'
import type { Arrival, DoorNews, Snapshot } from '@/lib/check-in/schema'
import { type DoorState, keepState } from './door-state'
import { Picture } from './picture'
import { listRenewer } from './renew-list'

test('who arrives while a newer list is on its way is in it, and one list is asked for at a time', async () => {
  const { store, renewer, asked, arrive } = makeDoor()
  const renewed = renewer.renew()
  await renewer.renew()
  expect(asked).toHaveLength(1)
  const news = {
    people: [],
    gone: [],
    arrivals: [came],
    doubts: [],
    cursor: '7',
    stamp: 'b',
  } satisfies DoorNews
  store.get().picture.hear(news)
  renewer.heard(news)
  arrive(snapshot('b'))
  await renewed
  const { picture, point } = store.get()
  expect([picture.snapshot.stamp, picture.snapshot.cursor, point]).toEqual(['b', '7', 'door'])
  expect([...picture.inside('door').keys()]).toEqual(['zoe'])
})

test('a list that does not come changes nothing and is asked for again; it is given longer than an answer', async () => {
  const { store, renewer, asked, arrive } = makeDoor()
  const before = store.get().picture
  const failed = renewer.renew()
  arrive(null)
  await failed
  expect(store.get().picture).toBe(before)
  const renewed = renewer.renew()
  arrive(snapshot('b'))
  await renewed
  expect(store.get().picture.snapshot.stamp).toBe('b')
  expect(asked).toEqual([20_000, 20_000])
})

const came: Arrival = { f: 'came', i: 'zoe', p: 'door', k: 'arrive', t: 1, d: 'phone B' }

const snapshot = (stamp: string) =>
  ({
    ...{ people: [], arrivals: [], doubts: [], cursor: '5', stamp },
    points: [{ key: 'door', name: 'Door', isArrival: true, hasExits: false }],
  }) as Partial<Snapshot> as Snapshot

function makeDoor() {
  const state = { picture: new Picture(snapshot('a')), point: 'door', edition: 0, isOver: false }
  const store = keepState(state as Partial<DoorState> as DoorState)
  const asked: (number | undefined)[] = []
  let arrive: (list: Snapshot | null) => void = () => {}
  const take = (_etag: string | null, wait?: number) => {
    asked.push(wait)
    return new Promise<Snapshot | null>((resolve) => {
      arrive = resolve
    })
  }
  const renewer = listRenewer({ store, list: { take }, replaced: async () => {} })
  return { store, renewer, asked, arrive: (list: Snapshot | null) => arrive(list) }
}
