import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeOwner } from '@/prisma/factories/team'
import { checkInKeyFromBearer } from '../auth/check-in-key-from-bearer'
import { db } from '../db/client'
import { env } from '../env'
import { newId } from '../ids'
import { pairDevice } from './pair-device'
import { revokeLink } from './revoke-link'
import { pinsBeforePause } from './rules'

useTestDatabase()

const minute = 60_000
let event: MadeEvent
let link: Awaited<ReturnType<typeof makeDeviceLink>>
beforeEach(async () => {
  event = await makeEvent()
  link = await makeDeviceLink(event)
})

const wrong = { ok: false, refusal: 'wrong_pin' }
const tooMany = { ok: false, refusal: 'too_many_tries' }
const over = { ok: false, refusal: 'link_over' }

test('a phone with the link and the PIN gets a key to the door until the link ends, and history says so', async () => {
  const answer = await pair({ name: 'Phone A' })
  if (!answer.ok) throw new Error(answer.refusal)
  expect(answer.value).toMatchObject({ slug: event.slug, endsAt: link.validUntil })
  const held = await checkInKeyFromBearer(event.slug, answer.value.token)
  expect(held).toMatchObject({
    ok: true,
    key: { eventId: event.id, deviceName: 'Phone A', rank: 'scan_only' },
  })
  const [device] = await db().device.findMany({ where: { eventId: event.id } })
  expect(device).toMatchObject({ name: 'Phone A', role: 'scan_only', queueLength: 0, revokedAt: null })
  expect(JSON.stringify(device)).not.toContain(answer.value.token)
  const lines = await db().historyEntry.findMany({ where: { eventId: event.id } })
  expect(lines).toMatchObject([
    {
      actorKind: 'device',
      actorId: device!.id,
      act: 'device_paired',
      subjectId: device!.id,
      facts: { role: 'scan_only' },
    },
  ])
})

test('a link that is unknown, over or taken back says the same; one that is too early says so', async () => {
  expect(await pair({ token: 'nobody-has-this-token' })).toEqual(over)
  const ago = new Date(Date.now() - 1)
  const ended = await makeDeviceLink(event, { validUntil: ago })
  expect(await pair(ended)).toEqual(over)
  expect(await pair(await makeDeviceLink(event, { revokedAt: ago }))).toEqual(over)
  const early = await makeDeviceLink(event, { validFrom: new Date(Date.now() + minute) })
  expect(await pair(early)).toEqual({ ok: false, refusal: 'not_yet' })
  expect(await db().device.count({ where: { eventId: event.id } })).toBe(0)
})

test('a name is one phone at an event, whatever its case, also after the phone is out', async () => {
  const taken = { ok: false, refusal: 'name_taken' }
  await makeDevice(event, { name: 'Phone A', revokedAt: new Date() })
  expect(await pair({ name: 'phone a' })).toEqual(taken)
  const elsewhere = await makeDeviceLink(await makeEvent())
  expect((await pair({ ...elsewhere, name: 'Phone A' })).ok).toBe(true)
  const both = await Promise.all([pair({ name: 'Phone B' }), pair({ name: 'Phone B' })])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual(taken)
})

describe('a wrong PIN', () => {
  test('pairs nothing; five of them pause the link, and the right one waits, too', async () => {
    for (let at = 0; at < pinsBeforePause; at++) expect(await pair({ pin: '000000' })).toEqual(wrong)
    expect(await pair({})).toEqual(tooMany)
    const paused = await db().deviceLink.findUniqueOrThrow({ where: { id: link.id } })
    expect(paused.wrongPins).toBe(pinsBeforePause)
    expect(paused.pausedUntil!.getTime() - Date.now()).toBeGreaterThan(4 * minute)
    expect(await db().device.count({ where: { eventId: event.id } })).toBe(0)
    await endPause()
    expect((await pair({})).ok).toBe(true)
    expect(await db().deviceLink.findUniqueOrThrow({ where: { id: link.id } })).toMatchObject({
      wrongPins: 0,
      pausedUntil: null,
    })
  })

  test('counts also at once: of twenty guesses five were looked at', async () => {
    const guesses = Array.from({ length: 20 }, () => pair({ pin: '000000' }, newId()))
    const answers = await Promise.all(guesses)
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'wrong_pin')).toHaveLength(
      pinsBeforePause,
    )
    expect(await db().deviceLink.findUniqueOrThrow({ where: { id: link.id } })).toMatchObject({
      wrongPins: 5,
    })
  })

  test('makes each pause twice as long as the one before', async () => {
    await db().deviceLink.update({ where: { id: link.id }, data: { wrongPins: 2 * pinsBeforePause - 1 } })
    await pair({ pin: '000000' })
    const { pausedUntil } = await db().deviceLink.findUniqueOrThrow({ where: { id: link.id } })
    expect(pausedUntil!.getTime() - Date.now()).toBeGreaterThan(9 * minute)
  })

  test('of one network address too often closes every link to it, and to nobody else', async () => {
    const network = newId()
    const most = env().wrongCodesPerAddressPerHour
    const links = await Promise.all(Array.from({ length: most }, () => makeDeviceLink(event)))
    await Promise.all(links.map((one) => pair({ ...one, pin: '000000' }, network)))
    expect(await pair({}, network)).toEqual(tooMany)
    expect((await pair({})).ok).toBe(true)
  })

  test('leaves the phones alone that are paired', async () => {
    const { token } = await makeDevice(event, { linkId: link.id })
    for (let at = 0; at <= pinsBeforePause; at++) await pair({ pin: '000000' })
    expect((await checkInKeyFromBearer(event.slug, token)).ok).toBe(true)
  })
})

test('a phone that pairs while its link is taken back is out, or never was in', async () => {
  const { key } = await makeOwner(event)
  for (let race = 0; race < 10; race++) {
    const made = await makeDeviceLink(event)
    const [answer] = await Promise.all([pair({ ...made, name: `Phone ${race}` }), revokeLink(key, made.id)])
    const held = answer.ok ? await checkInKeyFromBearer(event.slug, answer.value.token) : { ok: false }
    expect(held.ok).toBe(false)
  }
})

const endPause = () => db().deviceLink.update({ where: { id: link.id }, data: { pausedUntil: new Date() } })

const pair = ({ token = link.token, pin = link.pin, name = `Phone ${newId()}` }, network = newId()) =>
  pairDevice({ token, pin, name }, network)
