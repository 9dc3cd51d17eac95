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

const hourAgo = Date.now() - 3_600_000
const at = (minute: number) => new Date(hourAgo + minute * 60_000)

test.each([
  ['what is told late does not go over what was said later', ['no_camera', 5], ['fine', 4], 'no_camera'],
  ['nor does a late no camera over a later word', ['fine', 5], ['no_camera', 4], 'fine'],
  ['what is said later counts', ['no_camera', 4], ['fine', 5], 'fine'],
  ['of one moment no camera stays', ['no_camera', 4], ['fine', 4], 'no_camera'],
  ['of one moment no camera counts', ['fine', 4], ['no_camera', 4], 'no_camera'],
] as const)('%s', async (_, first, second, stands) => {
  const { key, id } = await scene()
  await setPhotoPreference(key, id, first[0], at(first[1]))
  const answer = await setPhotoPreference(key, id, second[0], at(second[1]))
  expect(answer).toEqual({ ok: true, value: stands })
  expect((await db().registration.findUniqueOrThrow({ where: { id } })).photo).toBe(stands)
})

test('in whichever order answers come, also one that was given twice, the last one counts', async () => {
  const said = [
    ['fine', 1],
    ['no_camera', 2],
    ['fine', 3],
  ] as const
  for (const order of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]) {
    const { key, id } = await scene()
    for (const nth of order) await setPhotoPreference(key, id, said[nth]![0], at(said[nth]![1]))
    expect((await db().registration.findUniqueOrThrow({ where: { id } })).photo, String(order)).toBe('fine')
  }
})

test('what somebody writes themselves is said then; a device that only scans is outdone by everybody', async () => {
  const { key, id } = await scene()
  const scanner = { ...key, rank: 'scan_only' } as CheckInKey
  expect(await setPhotoPreference(scanner, id, 'fine', at(5))).toEqual({ ok: true, value: 'fine' })
  expect(await setPhotoPreference(key, id, 'no_camera', at(4))).toEqual({ ok: true, value: 'no_camera' })
  expect(await setPhotoPreference(scanner, id, 'fine', at(6))).toEqual({ ok: true, value: 'no_camera' })
  await db().registration.update({ where: { id }, data: { photo: 'fine' } })
  expect(await setPhotoPreference(key, id, 'no_camera', at(50))).toEqual({ ok: true, value: 'fine' })
  await db().registration.update({ where: { id }, data: { photo: 'not_asked' } })
  expect(await db().registration.findUnique({ where: { id } })).toMatchObject({ photoSaidAt: null })
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
