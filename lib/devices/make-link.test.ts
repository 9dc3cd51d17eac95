import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import { makeEvent } from '@/prisma/factories/events'
import { makeOwner } from '@/prisma/factories/team'
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
