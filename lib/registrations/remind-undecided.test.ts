import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeRegistration } from '@/prisma/factories/registrations'
import { actsOn, mailsTo, makeHotelEvent } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { needNoRoom } from './need-no-room'
import { remindUndecided } from './remind-undecided'

useTestDatabase()

const day = 86_400_000
const inDays = (days: number) => new Date(new Date(Date.now() + days * day).toISOString().slice(0, 10))

test('who does not know yet is reminded a week and two days before, once each, by however many processes', async () => {
  const event = await makeHotelEvent(1, { releaseOn: inDays(30) })
  const ada = await undecided(event)
  await remindUndecided()
  expect(await mailsTo(ada.id)).toEqual([])
  for (const days of [6, 6, 1, 1]) {
    await db().hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: inDays(days) } })
    await Promise.all(Array.from({ length: 3 }, remindUndecided))
  }
  const mails = await db().outboxMail.findMany({
    where: { registrationId: ada.id },
    orderBy: { createdAt: 'asc' },
  })
  expect(mails.map(({ kind, onceKey }) => [kind, onceKey?.split(':')[2]])).toEqual([
    ['room_undecided', '7'],
    ['room_undecided', '2'],
  ])
})

test('nobody is reminded who registered after the moment, chose meanwhile, cancelled, or needs no room', async () => {
  const event = await makeHotelEvent(1, { releaseOn: inDays(6) })
  const people = [
    await undecided(event, { registeredAt: new Date(Date.now() + day) }),
    await undecided(event, { isStayUndecided: false }),
    await undecided(event, { status: 'cancelled' }),
    await undecided(event),
  ]
  const key = { eventId: event.id, registrationId: people[3]!.id } as AttendeeKey
  const answers = await Promise.all([needNoRoom(key), needNoRoom(key)])
  expect(answers.map((answer) => answer.ok && answer.value.isNew).sort()).toEqual([false, true])
  expect(await actsOn(people[3]!.id)).toEqual(['needs_no_room'])
  await remindUndecided()
  expect((await Promise.all(people.map(({ id }) => mailsTo(id)))).flat()).toEqual([])
})

const undecided = (event: Awaited<ReturnType<typeof makeHotelEvent>>, given = {}) =>
  makeRegistration(event, { isStayUndecided: true, registeredAt: new Date(Date.now() - 60 * day), ...given })
