import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeOwner } from '@/prisma/factories/team'
import { checkInKeyFromBearer } from '../auth/check-in-key-from-bearer'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { renameDevice } from './rename-device'
import { revokeDevice, unpairDevice } from './revoke-device'
import { revokeLink } from './revoke-link'

useTestDatabase()

const unknown = { ok: false, refusal: 'unknown_device' }
const badToken = { ok: false, refusal: 'bad_token' }

let event: MadeEvent
let key: OrganizerKey
let stranger: OrganizerKey
let phone: Awaited<ReturnType<typeof makeDevice>>
beforeEach(async () => {
  event = await makeEvent()
  key = (await makeOwner(event)).key
  stranger = (await makeOwner(await makeEvent())).key
  phone = await makeDevice(event, { name: 'Phone A' })
})

test('a phone that is sent away opens nothing with its next word, once; others stay', async () => {
  const other = await makeDevice(event, { linkId: phone.linkId })
  expect(await revokeDevice(stranger, phone.id)).toEqual(unknown)
  expect(await checkInKeyFromBearer(event.slug, phone.token)).toMatchObject({ ok: true })
  expect(await revokeDevice(key, phone.id)).toEqual({ ok: true, value: null })
  expect(await checkInKeyFromBearer(event.slug, phone.token)).toEqual(badToken)
  expect(await checkInKeyFromBearer(event.slug, other.token)).toMatchObject({ ok: true })
  expect(await revokeDevice(key, phone.id)).toEqual(unknown)
  expect(await acts()).toEqual([['device_revoked', 'user', key.userId, phone.id, {}]])
})

test('whoever holds a phone unpairs it, once; somebody with an account has none to unpair', async () => {
  expect(await unpairDevice({ ...phone.key, deviceId: null })).toEqual(unknown)
  expect(await unpairDevice(phone.key)).toEqual({ ok: true, value: null })
  expect(await unpairDevice(phone.key)).toEqual(unknown)
  expect(await checkInKeyFromBearer(event.slug, phone.token)).toEqual(badToken)
  expect(await acts()).toEqual([['device_unpaired', 'device', phone.id, phone.id, {}]])
})

test('a link that is taken back takes its phones along, and no others', async () => {
  const { id } = await makeDeviceLink(event)
  const [one, gone] = [
    await makeDevice(event, { linkId: id }),
    await makeDevice(event, { linkId: id, revokedAt: new Date(0) }),
  ]
  expect(await revokeLink(stranger, id)).toEqual({ ok: false, refusal: 'unknown_link' })
  expect(await revokeLink(key, id)).toEqual({ ok: true, value: { devices: 1 } })
  expect(await revokeLink(key, id)).toEqual({ ok: false, refusal: 'unknown_link' })
  expect(await checkInKeyFromBearer(event.slug, one.token)).toEqual(badToken)
  expect(await checkInKeyFromBearer(event.slug, phone.token)).toMatchObject({ ok: true })
  expect((await db().device.findUniqueOrThrow({ where: { id: gone.id } })).revokedAt).toEqual(new Date(0))
  expect(await acts()).toEqual([['device_link_taken_back', 'user', key.userId, id, { devices: 1 }]])
})

test('a phone gets another name unless one is or was called that', async () => {
  await makeDevice(event, { name: 'Phone B', revokedAt: new Date() })
  expect(await renameDevice(stranger, phone.id, 'North')).toEqual(unknown)
  expect(await renameDevice(key, phone.id, 'PHONE b')).toEqual({ ok: false, refusal: 'name_taken' })
  expect(await renameDevice(key, phone.id, 'phone A')).toEqual({ ok: true, value: { isNew: true } })
  expect(await renameDevice(key, phone.id, 'phone A')).toEqual({ ok: true, value: { isNew: false } })
  expect(await checkInKeyFromBearer(event.slug, phone.token)).toMatchObject({
    key: { deviceName: 'phone A' },
  })
  expect(await acts()).toEqual([['device_renamed', 'user', key.userId, phone.id, {}]])
})

test('of two phones that are given one name at once one gets it', async () => {
  for (let race = 0; race < 10; race++) {
    const two = [await makeDevice(event), await makeDevice(event)]
    const answers = await Promise.all(two.map(({ id }) => renameDevice(key, id, `North ${race}`)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

async function acts() {
  const lines = await db().historyEntry.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  return lines.map(({ act, actorKind, actorId, subjectId, facts }) => [
    act,
    actorKind,
    actorId,
    subjectId,
    facts,
  ])
}
