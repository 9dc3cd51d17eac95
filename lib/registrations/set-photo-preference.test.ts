import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { CheckInKey } from '../keys'
import { setPhotoPreference } from './set-photo-preference'

useTestDatabase()

test('the desk asks a walk-in, and history knows who noted the answer', async () => {
  const { key, registration, id } = await scene()
  expect(await setPhotoPreference(key, id, 'no_camera')).toEqual({ ok: true, value: 'no_camera' })
  expect(await db().registration.findUnique({ where: { id } })).toMatchObject({
    photo: 'no_camera',
    version: registration.version + 1,
  })
  expect(await historyOf(id)).toMatchObject([
    {
      act: 'photo_preference_set',
      actorKind: 'user',
      actorId: key.userId,
      facts: { from: 'not_asked', to: 'no_camera' },
    },
  ])
})

test('saying it twice, or twice at once, is noted once', async () => {
  const { key, id } = await scene()
  await Promise.all([setPhotoPreference(key, id, 'fine'), setPhotoPreference(key, id, 'fine')])
  await setPhotoPreference(key, id, 'fine')
  expect(await historyOf(id)).toHaveLength(1)
})

test('people of another event are nobody here', async () => {
  const { id } = await scene()
  const { key } = await scene()
  expect(await setPhotoPreference(key, id, 'fine')).toEqual({ ok: false, refusal: 'unknown_registration' })
  expect(await db().registration.findUnique({ where: { id } })).toMatchObject({ photo: 'not_asked' })
})

async function scene() {
  const event = await makeEvent()
  const registration = await makeRegistration(event, { photo: 'not_asked', source: 'walk_in' })
  const user = await makeUser({ roles: { [event.id]: 'check_in' } })
  const key = { eventId: event.id, userId: user.id, tokenId: null } as CheckInKey
  return { key, registration, id: registration.id }
}

const historyOf = (subjectId: string) => db().historyEntry.findMany({ where: { subjectId } })
