import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { eraseAllergies } from './erase'

useTestDatabase()

test('allergies are forgotten seven days after the event, not before, and once', async () => {
  const long = await endedDaysAgo(8)
  const just = await endedDaysAgo(6)
  for (const event of [long, just]) await makeRegistration(event, { allergies: 'peanuts' })
  expect(await eraseAllergies()).toBe(1)
  expect(await eraseAllergies()).toBe(0)
  expect((await db().allergyNote.findMany()).map(({ eventId }) => eventId)).toEqual([just.id])
})

function endedDaysAgo(days: number) {
  const endsAt = new Date(Date.now() - days * 86_400_000)
  return makeEvent({ startsAt: new Date(endsAt.getTime() - 36_000_000), endsAt })
}
