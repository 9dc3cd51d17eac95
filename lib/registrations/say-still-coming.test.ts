import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { sayStillComing } from './say-still-coming'

useTestDatabase()

const keyOf = ({ id, eventId }: { id: string; eventId: string }) =>
  ({ registrationId: id, eventId }) as AttendeeKey

test('somebody says that they come, twice and five times at once: it is kept once', async () => {
  const event = await makeEvent()
  const ada = await makeRegistration(event)
  const answers = await Promise.all(Array.from({ length: 5 }, () => sayStillComing(keyOf(ada))))
  expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1)
  const { stillComingAt } = await db().registration.findUniqueOrThrow({ where: { id: ada.id } })
  expect(await sayStillComing(keyOf(ada))).toEqual({ ok: true, value: { isNew: false } })
  const after = await db().registration.findUniqueOrThrow({ where: { id: ada.id } })
  expect(after.stillComingAt).toEqual(stillComingAt)
  expect(await db().historyEntry.findMany({ where: { eventId: event.id } })).toMatchObject([
    { act: 'still_coming', actorKind: 'attendee', actorId: ada.id, subjectId: ada.id },
  ])
  expect(await db().outboxMail.count({ where: { eventId: event.id } })).toBe(0)
})

test.each(['waitlisted', 'cancelled', 'unverified', 'pending_approval'] as const)(
  'who is %s has no place to come to',
  async (status) => {
    const ada = await makeRegistration(await makeEvent(), { status })
    expect(await sayStillComing(keyOf(ada))).toEqual({ ok: false, refusal: 'no_place' })
    expect((await db().registration.findUniqueOrThrow({ where: { id: ada.id } })).stillComingAt).toBeNull()
  },
)

test.each([
  ['is over', { startsAt: new Date(Date.now() - 90_000), endsAt: new Date(Date.now() - 1_000) }],
  ['is cancelled', { status: 'cancelled' as const }],
])('nobody comes to an event that %s', async (_, facts) => {
  const event: MadeEvent = await makeEvent(facts)
  const ada = await makeRegistration(event)
  expect(await sayStillComing(keyOf(ada))).toEqual({ ok: false, refusal: 'event_over' })
})
