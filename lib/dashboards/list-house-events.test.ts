import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { AdminKey } from '../keys'
import { countHouseEvents, listHouseEvents } from './list-house-events'
import { houseEventFilter } from './schema'

useTestDatabase()

const key = {} as AdminKey
const list = (filter: object) => listHouseEvents(key, houseEventFilter.parse(filter))

test('every event stands there with its owners, its state and how many are registered', async () => {
  const event = await makeEvent({ title: 'Frühling 100%', status: 'draft' })
  const olu = await makeUser({ name: 'Olu', roles: { [event.id]: 'owner' } })
  await makeUser({ name: 'Gone', disabledAt: new Date(), roles: { [event.id]: 'owner' } })
  await makeUser({ name: 'Only organizer', roles: { [event.id]: 'organizer' } })
  await makeRegistration(event)
  await makeRegistration(event, { status: 'waitlisted' })
  await makeRegistration(event, { status: 'cancelled' })
  await makeEvent({ title: 'Another' })
  const { rows } = await list({ q: 'fruhling 100%' })
  expect(rows).toEqual([
    {
      id: event.id,
      slug: event.slug,
      title: 'Frühling 100%',
      status: 'draft',
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timezone: event.timezone,
      people: 2,
      owners: [{ id: olu.id, name: 'Olu' }],
    },
  ])
  expect((await list({ q: event.slug.toUpperCase() })).rows).toHaveLength(1)
  expect((await list({ status: 'draft' })).count).toBe(1)
  expect((await list({ status: 'cancelled' })).rows).toEqual([])
  expect(await countHouseEvents(key)).toEqual({ draft: 1, published: 1, cancelled: 0 })
})

test('more than a page are read one after the other, the latest first', async () => {
  await db().event.deleteMany({ where: { registrations: { none: {} } } })
  const before = (await list({})).count
  const start = new Date('2027-04-16T07:30Z').getTime()
  for (let day = 0; day < 60; day++)
    await makeEvent({
      startsAt: new Date(start + day * 86_400_000),
      endsAt: new Date(start + day * 86_400_000 + 3_600_000),
    })
  const first = await list({})
  const second = await list({ after: first.next })
  const days = [...first.rows, ...second.rows].map(({ startsAt }) => startsAt.getTime())
  expect([first.rows.length, second.rows.length, second.next, first.count]).toEqual([
    50,
    10 + before,
    null,
    60 + before,
  ])
  expect(days).toEqual(days.toSorted((one, other) => other - one))
})
