import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { getMyData } from './queries'

useTestDatabase()

test('whoever asks for their data gets what organizers noted about them, and of nobody else', async () => {
  const event = await makeEvent()
  const { id: authorId } = await makeUser()
  const [me, other] = [await makeRegistration(event), await makeRegistration(event)]
  for (const { id: registrationId } of [me, other])
    await db().attendeeNote.create({
      data: {
        ...{ id: newId(), eventId: event.id, registrationId, authorId, createdAt: new Date() },
        text: `About ${registrationId}`,
      },
    })
  await db().attendeeTag.create({ data: { eventId: event.id, registrationId: me.id, tag: 'speaker' } })
  const data = await getMyData({ eventId: event.id, registrationId: me.id } as AttendeeKey)
  expect(data.notes.map(({ text }) => text)).toEqual([`About ${me.id}`])
  expect(data.tags).toEqual(['speaker'])
})
