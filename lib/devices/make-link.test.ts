import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import { makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeOwner } from '@/prisma/factories/team'
import { db } from '../db/client'
import { makeLink } from './make-link'
import { pairDevice } from './pair-device'
import { findPublicLink, listLinks } from './queries'

useTestDatabase()

const [hour, day] = [3_600_000, 86_400_000]

test('a link is made with a token and six digits that are kept as hashes only, and history says what phones may do', async () => {
  const event = await makeEvent()
  const { key } = await makeOwner(event)
  const span = { validFrom: new Date(), validUntil: new Date(Date.now() + day) }
  const { id, token, pin } = await makeLink(key, { name: 'Main door', role: 'supervisor', ...span })
  expect(token.length).toBeGreaterThanOrEqual(32)
  expect(pin).toMatch(/^\d{6}$/)
  const row = await db().deviceLink.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({
    eventId: event.id,
    name: 'Main door',
    role: 'supervisor',
    madeById: key.userId,
  })
  for (const secret of [token, pin]) expect(JSON.stringify({ ...row, id: '' })).not.toContain(`"${secret}`)
  expect(await db().historyEntry.findMany({ where: { eventId: event.id } })).toMatchObject([
    { act: 'device_link_made', actorId: key.userId, subjectId: id, facts: { role: 'supervisor' } },
  ])
  expect(await pairDevice({ token, pin, name: 'Phone A' }, 'test')).toMatchObject({ ok: true })
})

test('organizers see every link with its phones, those of their own event only', async () => {
  const [event, other] = [await makeEvent(), await makeEvent()]
  const { key } = await makeOwner(event)
  await makeDevice(other)
  const link = await makeDeviceLink(event, { name: 'Main door', wrongPins: 2 })
  const phone = await makeDevice(event, { linkId: link.id, name: 'Phone A', queueLength: 3 })
  const late = await makeDeviceLink(event, { validFrom: new Date(Date.now() + hour), role: 'supervisor' })
  const plain = { madeBy: null, pausedUntil: null, wrongPins: 0 }
  const { validFrom, validUntil } = link
  expect(await listLinks(key)).toEqual([
    {
      ...{ id: late.id, name: 'Main door', role: 'supervisor', state: 'not_yet', devices: [], ...plain },
      ...{ validFrom: late.validFrom, validUntil: late.validUntil },
    },
    {
      ...{
        id: link.id,
        name: 'Main door',
        role: 'scan_only',
        validFrom,
        validUntil,
        state: 'open',
        ...plain,
      },
      wrongPins: 2,
      devices: [
        {
          ...{ id: phone.id, name: 'Phone A', role: 'scan_only', state: 'paired' },
          ...{ lastSeenAt: phone.pairedAt, queueLength: 3 },
        },
      ],
    },
  ])
})

test('a link tells whoever holds it what it leads to, and a name that is free; once it is over, nothing', async () => {
  const event = await makeEvent()
  const link = await makeDeviceLink(event)
  await makeDevice(event, { linkId: link.id, name: 'Phone A' })
  await makeDevice(await makeEvent(), { name: 'Phone B' })
  expect(await findPublicLink(link.token)).toEqual({
    event: { title: event.title, timezone: event.timezone, accent: event.accent },
    ...{ role: 'scan_only', validFrom: link.validFrom, validUntil: link.validUntil },
    ...{ isOpen: true, letter: 'B' },
  })
  const early = await makeDeviceLink(event, { validFrom: new Date(Date.now() + hour) })
  expect(await findPublicLink(early.token)).toMatchObject({ isOpen: false })
  for (const end of [{ validUntil: new Date() }, { revokedAt: new Date() }])
    expect(await findPublicLink((await makeDeviceLink(event, end)).token)).toBeNull()
  expect(await findPublicLink('nobody-has-this-token')).toBeNull()
})

test('links, phones and programs move with the event: up to its end with its beginning, behind that with its end', async () => {
  const starts = new Date(Date.now() + 30 * day)
  const at = (hours: number) => new Date(starts.getTime() + hours * hour)
  const event = await makeEvent({ startsAt: starts, endsAt: at(8) })
  const { user } = await makeOwner(event)
  const link = await makeDeviceLink(event, { validFrom: at(-1), validUntil: at(32) })
  const open = await makeDeviceLink(event, { validFrom: new Date(0), validUntil: at(4) })
  const out = await makeDeviceLink(event, { validUntil: at(4), revokedAt: new Date() })
  await makeDevice(event, { linkId: link.id, endsAt: at(32) })
  await makeAccessToken('check_in_api', user, { eventId: event.id, expiresAt: at(32) })
  const move = (from: number, to: number) =>
    db().event.update({ where: { id: event.id }, data: { startsAt: at(from), endsAt: at(to) } })
  const spans = async () => {
    const [device, token, ...links] = await Promise.all([
      db().device.findFirstOrThrow({ where: { eventId: event.id } }),
      db().accessToken.findFirstOrThrow({ where: { eventId: event.id } }),
      ...[link, open, out].map(({ id }) => db().deviceLink.findUniqueOrThrow({ where: { id } })),
    ])
    return {
      ends: [device.endsAt, token.expiresAt],
      links: links.map((one) => [one.validFrom, one.validUntil]),
    }
  }
  const before = await spans()

  await move(48, 48 + 8)
  expect(await spans()).toEqual({
    ends: [at(48 + 32), at(48 + 32)],
    links: [
      [at(48 - 1), at(48 + 32)],
      [new Date(0), at(48 + 4)],
      [out.validFrom, at(4)],
    ],
  })
  await move(0, 8)
  expect(await spans()).toMatchObject({ ends: before.ends, links: [before.links[0], {}, before.links[2]] })

  await move(0, 12)
  expect(await spans()).toMatchObject({ ends: [at(36), at(36)], links: [[at(-1), at(36)], [{}, at(4)], {}] })
  await move(-2000, -1990)
  expect((await spans()).ends).toEqual([at(-1990 + 24), at(-1990 + 24)])
})
