import { beforeEach, expect, test, vi } from 'vitest'
import { sendWaiting } from './send-waiting'
import type { DoorServer } from './server'
import type { Vault } from './vault'
import type { PhotoBody, ScanBody, Waiting, WalkInBody } from './waiting'

const locks = { request: (_name: string, _how: object, run: (lock: object) => unknown) => run({}) }

let waiting: Map<string, Waiting>
let sent: string[][]
let unreadable: Set<string>
let aside: string[]
let stands: string[]

beforeEach(() => {
  vi.stubGlobal('navigator', { locks })
  waiting = new Map()
  sent = []
  unreadable = new Set()
  aside = []
  stands = []
})

test('scans, people and answers about photos are sent in the order they were made, however they lay', async () => {
  for (const id of ['b', 'd', 'a', 'c']) scan(id)
  for (const id of ['h', 'g']) walkIn(id)
  for (const id of ['f', 'e']) photo(id)
  expect(await send()).toBe('sent')
  expect(sent).toEqual([['a', 'b', 'c', 'd'], ['e'], ['f'], ['g'], ['h']])
  expect([...waiting]).toEqual([])
  expect(stands).toEqual(['e no_camera', 'f no_camera'])
})

test.each([[['d']], [['a', 'j']], [['e', 'f', 'g']], [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']]])(
  'of a batch that is refused whole everything goes through but %j, which is put aside',
  async (bad) => {
    const all = [...'abcdefghij']
    for (const id of all) scan(id)
    unreadable = new Set(bad)
    expect(await send()).toBe('sent')
    expect(aside).toEqual(bad)
    const taken = sent.filter((batch) => !batch.some((id) => unreadable.has(id))).flat()
    expect(taken).toEqual(all.filter((id) => !unreadable.has(id)))
    expect([...waiting]).toEqual([])
  },
)

const scan = (id: string) =>
  waiting.set(id, {
    id,
    to: 'scans',
    body: body(id) as Partial<ScanBody> as ScanBody,
    registrationId: null,
    guess: { outcome: 'arrived' },
  })
const walkIn = (id: string) =>
  waiting.set(id, { id, to: 'walk-ins', body: body(id) as Partial<WalkInBody> as WalkInBody })
const photo = (id: string) =>
  waiting.set(id, { id, to: 'photo', body: body(id) as Partial<PhotoBody> as PhotoBody })

/** Made at the minute of its letter. */
const body = (id: string) => ({
  id,
  registrationId: id,
  at: new Date(id.charCodeAt(0) * 60_000).toISOString(),
})

async function send() {
  const vault = {
    listWaiting: async () => [...waiting.values()],
    dropWaiting: async (ids: string[]) => {
      for (const id of ids) waiting.delete(id)
    },
  } as unknown as Vault
  const take = (ids: string[]) => {
    sent.push(ids)
    const results = ids.map((id) => ({ id, outcome: 'arrived' as const, registrationId: id }))
    const isRefused = ids.some((id) => unreadable.has(id))
    return isRefused ? { is: 'refused' as const } : { is: 'answer' as const, value: { results } }
  }
  const idsOf = (bodies: object[]) => bodies.map((one) => (one as { id: string }).id)
  const server: Pick<DoorServer, 'scans' | 'walkIns' | 'photo'> = {
    scans: async (_device, bodies) => take(idsOf(bodies)),
    walkIns: async (_device, bodies) => take(idsOf(bodies)),
    photo: async ({ registrationId }) => {
      sent.push([registrationId])
      return { is: 'answer', value: { photo: 'no_camera' } }
    },
  }
  return await sendWaiting({
    ...{ vault, server: server as DoorServer, door: 'door', device: 'phone A', isInHand: () => false },
    answered: () => {},
    walkInAnswered: async () => {},
    setAside: async ({ id }) => void aside.push(id),
    photoAnswered: ({ id }, photo) => void stands.push(`${id} ${photo}`),
  })
}
