import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { allergyErasure } from './erase'

useTestDatabase()

test('a few allergies at a time are forgotten, of one event, and none that was told later', async () => {
  const [event, other] = [await makeEvent(), await makeEvent()]
  for (const one of [event, event, event, other]) await makeRegistration(one, { allergies: 'peanuts' })
  const erase = (most: number, before: Date) =>
    db().$transaction((tx) => allergyErasure.erase(tx, { eventId: event.id, most, before, isAgain: false }))
  expect(await erase(9, new Date(0))).toBe(0)
  expect(await erase(2, new Date())).toBe(2)
  expect([...(await allergyErasure.count(false))].toSorted()).toEqual(
    [
      [event.id, 1],
      [other.id, 1],
    ].toSorted(),
  )
  expect(await erase(2, new Date())).toBe(1)
  expect((await db().allergyNote.findMany()).map(({ eventId }) => eventId)).toEqual([other.id])
})
