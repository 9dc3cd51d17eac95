import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeOwner } from '@/prisma/factories/team'
import { lookAt } from '../check-in/look-at'
import { recordScans } from '../check-in/record-scans'
import type { Scan } from '../check-in/schema'
import { db } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey, OrganizerKey } from '../keys'
import { getArrivalBoard, listDoubts } from './queries'
import { doorOf } from './rules'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
let north: CheckInKey
let south: CheckInKey
const at = (time: string) => new Date(`2027-04-16T${time}:00Z`)

beforeEach(async () => {
  event = await makeEvent()
  key = (await makeOwner(event, { name: 'Olga Owner' })).key
  north = (await makeDevice(event, { name: 'North', role: 'supervisor' })).key
  south = (await makeDevice(event, { name: 'South' })).key
})

test('counts who came by how they take part, and names who is missing; when they came is when they were scanned', async () => {
  const late = await makeRegistration(event, { name: 'Ada Late' })
  const early = await makeRegistration(event, { name: 'Ben Early', presence: 'activity_only' })
  const missing = await makeRegistration(event, { name: 'Cem Missing', organization: 'Example Works' })
  const back = await makeRegistration(event, { name: 'Dee Undone' })
  await makeRegistration(event, { name: 'From afar', presence: 'remote' })
  await makeRegistration(event, { name: 'Waiting', status: 'waitlisted' })
  await scan(north, late.id, { at: at('09:40') })
  await scan(south, early.id, { at: at('09:10') })
  const undoes = await scan(north, back.id)
  await scan(north, back.id, { kind: 'undo', undoes })
  const board = await getArrivalBoard(key)
  expect(board.presences).toEqual([
    { presence: 'on_site', arrived: 1, expected: 3 },
    { presence: 'activity_only', arrived: 1, expected: 1 },
  ])
  expect(doorOf(board)).toEqual({ arrived: 2, expected: 4 })
  expect(board.last).toEqual([
    { id: late.id, name: 'Ada Late', at: at('09:40'), device: 'North' },
    { id: early.id, name: 'Ben Early', at: at('09:10'), device: 'South' },
  ])
  expect(board.missing).toEqual([
    { id: missing.id, name: 'Cem Missing', organization: 'Example Works' },
    { id: back.id, name: 'Dee Undone', organization: null },
  ])
  expect(board.points).toEqual([{ key: 'entrance', name: 'Entrance', arrived: 1 + 1, inside: null }])
})

test('where people are scanned out, who is inside is counted; whoever comes back is inside again', async () => {
  await db().checkInPoint.updateMany({ where: { eventId: event.id }, data: { hasExits: true } })
  const [stays, goes, returns] = await Promise.all([1, 2, 3].map(() => makeRegistration(event)))
  for (const { id } of [stays!, goes!, returns!]) await scan(north, id, { at: at('09:00') })
  for (const { id } of [goes!, returns!]) await scan(north, id, { kind: 'leave', at: at('12:00') })
  await scan(south, returns!.id, { at: at('13:00') })
  expect((await getArrivalBoard(key)).points).toMatchObject([{ arrived: 3, inside: 2 }])
})

test('shows what a phone told without network and the list does not, and nothing that was taken back', async () => {
  const gone = await makeRegistration(event, { name: 'Grace Gone', status: 'cancelled' })
  const undone = await makeRegistration(event, { status: 'waitlisted' })
  const told = { told: 'arrived', at: at('09:00') } as const
  const factId = await scan(south, gone.id, told)
  const undoes = await scan(south, undone.id, told)
  await scan(south, undone.id, { kind: 'undo', undoes })
  await scan(south, gone.id, { told: 'refused' })
  await scan(south, gone.id)
  expect(await listDoubts(key)).toEqual([
    {
      ...{ factId, kind: 'let_in', registrationId: gone.id, name: 'Grace Gone', reason: 'cancelled' },
      ...{ point: 'Entrance', by: [{ device: 'South', at: at('09:00') }], lookedAt: null, lookedBy: null },
    },
  ])
})

test('shows who was let in by two phones, but not by one twice, nor when they had left between', async () => {
  const told = 'arrived'
  const twice = await makeRegistration(event, { name: 'Tess Twice' })
  await scan(south, twice.id, { told, at: at('09:20') })
  const factId = await scan(north, twice.id, { told, at: at('09:10') })
  const online = await makeRegistration(event)
  await scan(north, online.id, { at: at('09:10') })
  await scan(south, online.id, { at: at('09:20') })
  const one = await makeRegistration(event)
  await scan(south, one.id, { told, at: at('09:10') })
  await scan(south, one.id, { told, at: at('09:20') })
  await db().checkInPoint.updateMany({ where: { eventId: event.id }, data: { hasExits: true } })
  const returned = await makeRegistration(event)
  await scan(south, returned.id, { told, at: at('14:00') })
  await scan(north, returned.id, { told, at: at('09:00') })
  expect(await listDoubts(key)).toHaveLength(2)
  await scan(north, returned.id, { kind: 'leave', at: at('12:00') })
  expect(await listDoubts(key)).toMatchObject([
    {
      ...{ factId, kind: 'twice', name: 'Tess Twice', reason: null },
      by: [
        { device: 'North', at: at('09:10') },
        { device: 'South', at: at('09:20') },
      ],
    },
  ])
})

test('shows who was let in by the phones of two people, which are called alike', async () => {
  const other = await makeOwner(event)
  const [mine, theirs] = [key, other.key].map(
    ({ userId }) =>
      ({ eventId: event.id, userId, tokenId: null, deviceId: null, deviceName: null }) as CheckInKey,
  )
  const again = await makeRegistration(event)
  for (const time of ['09:10', '09:20']) await scan(mine!, again.id, { told: 'arrived', at: at(time) })
  const twice = await makeRegistration(event)
  await scan(mine!, twice.id, { told: 'arrived', at: at('09:10') })
  const factId = await scan(theirs!, twice.id, { told: 'arrived', at: at('09:20') })
  expect(await listDoubts(key)).toMatchObject([{ factId, kind: 'twice' }])
})

test('whoever looks first stays written; a second look, or two at once, changes nothing; others look at nothing', async () => {
  const { id } = await makeRegistration(event, { status: 'waitlisted' })
  const factId = await scan(south, id, { told: 'arrived' })
  const other = await makeOwner(await makeEvent())
  expect(await lookAt(other.key, factId)).toEqual({ ok: false, refusal: 'unknown_doubt' })
  expect(await lookAt(key, newId())).toEqual({ ok: false, refusal: 'unknown_doubt' })
  const second = await makeOwner(event, { name: 'Olaf Other' })
  const answers = await Promise.all([key, key, key].map((each) => lookAt(each, factId)))
  expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: null })))
  await lookAt(second.key, factId)
  expect(await listDoubts(key)).toMatchObject([{ factId, lookedBy: 'Olga Owner' }])
  const history = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'looked_at_doubt' } })
  expect(history).toMatchObject([{ actorId: key.userId, subjectId: id, facts: { kind: 'let_in' } }])
})

async function scan(by: CheckInKey, registrationId: string, more: Partial<Scan> = {}): Promise<string> {
  const id = newId()
  const scans = [{ id, kind: 'arrive' as const, registrationId, at: new Date(), ...more }]
  await recordScans(by, { device: 'a phone', scans })
  return id
}
