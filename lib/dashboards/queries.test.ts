import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { countLines, countMeals, countPeople } from './queries'

useTestDatabase()

let event: MadeEvent
let key: OrganizerKey
beforeAll(async () => {
  event = await makeEvent({
    onSite: 60,
    activities: [{ key: 'tour', size: 0 }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
  })
  key = { eventId: event.id, userId: newId(), role: 'owner' } as OrganizerKey
  const other = await makeEvent()
  const [{ id: mealId, options }] = event.meals as [MadeEvent['meals'][number]]
  const people = [
    { name: 'Jürgen Müller', email: 'jm@example.org', organization: 'Straße GmbH', allergies: 'nuts' },
    {
      name: 'Zoë Example',
      code: 'ZZZZ-AAAA-BBBB',
      photo: 'no_camera',
      diet: ['vegan', 'halal'],
      mealChoices: [{ mealId, optionId: options[0]!.id }],
    },
    { name: 'Óscar', presence: 'remote', activities: [{ id: event.activities[0]!.id, state: 'waiting' }] },
    { name: "Null O'Brien", status: 'cancelled' },
    { name: 'Łukasz', status: 'waitlisted' },
  ] as const
  for (const [at, person] of people.entries()) {
    const registeredAt = new Date(Date.UTC(2027, 0, 1, 10, at))
    await makeRegistration(event, { registeredAt, ...(person as object) })
  }
  await makeRegistration(other, { name: 'Jürgen of another event' })
})

test('figures count the confirmed, the line and each diet of a dish', async () => {
  expect(await countPeople(key)).toEqual({
    status: { confirmed: 3, waitlisted: 1, pending_approval: 0, unverified: 0, cancelled: 1 },
    confirmed: { on_site: 2, remote: 1, activity_only: 0 },
    noCamera: 1,
    photoNotAsked: 0,
    stillComing: 0,
    askedStillComing: 0,
  })
  expect(await countLines(key)).toEqual({ [event.activities[0]!.poolId]: 1, [event.onSite.id]: 1 })
  const [{ id: mealId, options }] = event.meals as [MadeEvent['meals'][number]]
  expect(await countMeals(key)).toEqual([
    {
      mealId,
      optionId: options[0]!.id,
      people: 1,
      diets: { vegan: 1, halal: 1 },
      team: 0,
      teamDiets: {},
    },
  ])
})

test('who was asked whether they still come, and who said so, is counted', async () => {
  const asked = await makeEvent()
  const askedKey = { ...key, eventId: asked.id } as OrganizerKey
  const yes = await makeRegistration(asked, { name: 'Yes', stillComingAt: new Date() })
  const silent = await makeRegistration(asked, { name: 'Silent' })
  for (const { id: registrationId } of [yes, silent]) {
    const to = { name: '', address: 'a@example.org', language: 'en' } as const
    await queueMail(db(), { kind: 'still_coming', eventId: asked.id, registrationId, to, facts: {} })
  }
  expect(await countPeople(askedKey)).toMatchObject({ stillComing: 1, askedStillComing: 2 })
})
