import { mostScansInABatch, type ScanResult, type WalkInResult } from '@/lib/check-in/schema'
import type { DoorServer } from './server'
import type { Vault } from './vault'
import {
  byAge,
  type PhotoBody,
  type Waiting,
  type WaitingPhoto,
  type WaitingScan,
  type WaitingWalkIn,
} from './waiting'

type Sending = {
  vault: Vault
  server: DoorServer
  door: string
  device: string
  /** Being answered right now, in front of somebody. */
  isInHand: (id: string) => boolean
  answered: (one: WaitingScan, result: ScanResult) => void
  /** What somebody has to be told about is kept before it resolves. */
  walkInAnswered: (one: WaitingWalkIn, result: WalkInResult) => Promise<void>
  setAside: (one: WaitingScan) => Promise<void>
  photoAnswered: (one: WaitingPhoto, stands: PhotoBody['photo']) => void
}

/** `sent`: nothing waits any more; `busy`: another tab sends. */
export type SendingEnd = 'sent' | 'away' | 'over' | 'busy'

/** Sends whatever waits, the oldest first, in batches, one sender at a time over all tabs; each is dropped once its answer was read. */
export const sendWaiting = (sending: Sending): Promise<SendingEnd> =>
  navigator.locks.request(`lanyard-door-${sending.door}`, { ifAvailable: true }, (lock) =>
    lock ? sendAll(sending) : 'busy',
  )

async function sendAll(sending: Sending): Promise<SendingEnd> {
  for (;;) {
    const waiting = (await sending.vault.listWaiting<Waiting>()).filter(({ id }) => !sending.isInHand(id))
    if (waiting.length === 0) return 'sent'
    waiting.sort(byAge)
    const scans = waiting.filter((one) => one.to === 'scans').slice(0, mostScansInABatch)
    const end = scans.length > 0 ? await sendScans(scans, sending) : await sendOne(waiting[0]!, sending)
    if (end !== 'sent') return end
  }
}

async function sendScans(scans: WaitingScan[], sending: Sending): Promise<SendingEnd> {
  const { server, vault, device, answered } = sending
  const bodies = scans.map(({ body }) => body)
  const heard = await server.scans(device, bodies, batchPatience)
  if (heard.is === 'refused') return await findRefused(scans, sending)
  if (heard.is !== 'answer') return heard.is === 'over' ? 'over' : 'away'
  const results = new Map(heard.value.results.map((result) => [result.id, result]))
  const read = scans.filter(({ id }) => results.has(id))
  if (read.length === 0) return 'away'
  await vault.dropWaiting(read.map(({ id }) => id))
  for (const one of read) answered(one, results.get(one.id)!)
  return 'sent'
}

/** A batch with one scan that cannot be read is refused whole: the others go through, and that one is put aside. */
async function findRefused(scans: WaitingScan[], sending: Sending): Promise<SendingEnd> {
  if (scans.length === 1) {
    await sending.setAside(scans[0]!)
    await sending.vault.dropWaiting([scans[0]!.id])
    return 'sent'
  }
  const half = scans.length >> 1
  const end = await sendScans(scans.slice(0, half), sending)
  return end === 'sent' ? await sendScans(scans.slice(half), sending) : end
}

async function sendOne(one: Waiting, sending: Sending): Promise<SendingEnd> {
  if (one.to === 'walk-ins') return await sendWalkIn(one, sending)
  return one.to === 'photo' ? await sendPhoto(one, sending) : await sendScans([one], sending)
}

async function sendPhoto(one: WaitingPhoto, { server, vault, photoAnswered }: Sending): Promise<SendingEnd> {
  const heard = await server.photo(one.body, batchPatience)
  if (heard.is !== 'answer' && heard.is !== 'refused') return heard.is === 'over' ? 'over' : 'away'
  await vault.dropWaiting([one.id])
  if (heard.is === 'answer') photoAnswered(one, heard.value.photo)
  return 'sent'
}

/** One at a time: each registers somebody, and one that is refused holds back nobody else. */
async function sendWalkIn(
  one: WaitingWalkIn,
  { server, vault, device, walkInAnswered }: Sending,
): Promise<SendingEnd> {
  const heard = await server.walkIns(device, [one.body], batchPatience)
  if (heard.is === 'over') return 'over'
  const refused = { id: one.id, outcome: 'not_registered', reason: 'not_allowed' } as const
  const results = heard.is === 'answer' ? heard.value.results : heard.is === 'refused' ? [refused] : []
  const result = results.find(({ id }) => id === one.id)
  if (!result) return 'away'
  await walkInAnswered(one, result)
  await vault.dropWaiting([one.id])
  return 'sent'
}

const batchPatience = 15_000
