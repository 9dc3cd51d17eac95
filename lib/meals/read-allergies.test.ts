import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { readAllergies } from './read-allergies'

useTestDatabase()

test('who reads allergies is remembered, each time, without what they read', async () => {
  const { key, id } = await scene('Walnuts')
  expect(await readAllergies(key, id)).toEqual({ ok: true, value: 'Walnuts' })
  expect(await readAllergies(key, id)).toEqual({ ok: true, value: 'Walnuts' })
  const line = { act: 'allergies_read', actorKind: 'user', actorId: key.userId, subject: 'registration' }
  expect(await historyOf(id)).toMatchObject([
    { ...line, facts: {} },
    { ...line, facts: {} },
  ])
})

test('of people who told nothing, and of people of other events, there is nothing to read', async () => {
  const silent = await scene()
  expect(await readAllergies(silent.key, silent.id)).toEqual({ ok: false, refusal: 'nothing_told' })
  const other = await scene('Walnuts')
  expect(await readAllergies(silent.key, other.id)).toEqual({ ok: false, refusal: 'nothing_told' })
  expect([...(await historyOf(silent.id)), ...(await historyOf(other.id))]).toEqual([])
})

async function scene(allergies?: string) {
  const event = await makeEvent()
  const { id } = await makeRegistration(event, { ...(allergies && { allergies }) })
  const user = await makeUser({ roles: { [event.id]: 'organizer' } })
  return { key: { eventId: event.id, userId: user.id, role: 'organizer' } as OrganizerKey, id }
}

const historyOf = (subjectId: string) => db().historyEntry.findMany({ where: { subjectId } })
