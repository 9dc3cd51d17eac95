import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeAnswers, makeQuestions } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'
import { findAttendee } from './find-attendee'

useTestDatabase()

test('organizers see every answer in the order of the questions, and nobody of another event', async () => {
  const event = await makeEvent()
  const questions = await makeQuestions(event.id, [
    { key: 'size', labels: { de: 'Größe' } },
    { key: 'unanswered' },
    { key: 'talk', accessCode: 'speakers' },
  ])
  const person = await makeRegistration(event)
  await makeAnswers(person, questions, { talk: 'On rivers', size: 'M' })
  const seen = await findAttendee({ eventId: event.id } as OrganizerKey, person.id)
  expect(seen!.answers.map(({ question, value }) => [question.labels, value])).toEqual([
    [{ de: 'Größe' }, 'M'],
    [{ en: 'talk' }, 'On rivers'],
  ])
  expect(await findAttendee({ eventId: (await makeEvent()).id } as OrganizerKey, person.id)).toBeNull()
})

test('what opens somebody’s own pages is not among it', async () => {
  const event = await makeEvent()
  const { id } = await makeRegistration(event)
  const { manageTokenHash } = await db().registration.findUniqueOrThrow({ where: { id } })
  const seen = await findAttendee({ eventId: event.id } as OrganizerKey, id)
  expect(JSON.stringify(seen)).toContain(id)
  expect(JSON.stringify(seen)).not.toContain(manageTokenHash)
  expect(Object.keys(seen!)).not.toContain('manageVersion')
})
