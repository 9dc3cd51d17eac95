import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDoorKey } from '@/prisma/factories/doors'
import { makeEvent } from '@/prisma/factories/events'
import { makeAnswers, makeQuestions } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'

import { db, sql } from '../db/client'
import { newId } from '../ids'
import { squeeze } from '../operations/send-squeezed'
import { recordScans } from './record-scans'
import { whoIsIn } from './rules'
import type { Scan, Snapshot } from './schema'
import { takeSnapshot } from './take-snapshot'

useTestDatabase()

const meals = [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Secret chili' }] }]
const activities = [
  { key: 'tour', title: 'Tour', startsAt: new Date('2027-04-16T12:00:00Z') },
  { key: 'evening', title: 'Evening', startsAt: new Date('2027-04-15T17:00:00Z') },
]

test('says of everybody what the door needs, and nothing of what it must not know', async () => {
  const event = await makeEvent({ activities, meals, title: 'The Event' })
  const key = await makeDoorKey(event)
  const questions = await makeQuestions(event.id, [
    { key: 'size', labels: { en: 'Size', de: 'Größe' }, isAtCheckIn: true },
    { key: 'secret' },
  ])
  const [tour, evening] = event.activities
  const ada = await makeRegistration(event, {
    name: 'Ada Example',
    organization: 'Example Works',
    legalName: 'Augusta Example',
    email: 'ada@secret.example.org',
    accessibility: 'a secret ramp',
    allergies: 'secret peanuts',
    diet: ['vegan'],
    photo: 'no_camera',
    activities: [{ id: tour!.id }, { id: evening!.id }],
    mealChoices: [{ mealId: event.meals[0]!.id, optionId: event.meals[0]!.options[0]!.id }],
  })
  await makeAnswers(ada, questions, { size: 'M', secret: 'a secret' })
  const badge = { eventId: event.id, number: 7, code: 'BLNK-BADG-E234', registrationId: ada.id }
  await db().badge.create({ data: badge })
  const grace = await makeRegistration(event, { name: 'Grace', status: 'waitlisted', presence: 'remote' })
  await makeRegistration(event, { name: 'Secret erased', status: 'cancelled', cancelReason: 'erased' })
  await makeRegistration(await makeEvent(), { name: 'Secret stranger' })
  await recordScans(key, scansOf({ kind: 'arrive', registrationId: ada.id }))
  await recordScans(
    key,
    scansOf({ kind: 'arrive', registrationId: ada.id, idSeen: true, stickerGiven: true }),
  )

  const { json } = await takeSnapshot(key)
  const snapshot: Snapshot = JSON.parse(json)
  expect(snapshot.arrivals.map(({ v, g }) => [v, g])).toEqual([
    [undefined, undefined],
    [true, true],
  ])
  expect(snapshot.event).toMatchObject({ slug: event.slug, title: 'The Event', isIdNeeded: false })
  expect(snapshot.device).toEqual({ id: null, name: null, rank: 'staff', endsAt: null })
  expect(snapshot.points).toEqual([{ key: 'entrance', name: 'Entrance', isArrival: true, hasExits: false }])
  expect(snapshot).toMatchObject({ activities: ['Evening', 'Tour'], meals: ['Lunch'] })
  expect(snapshot.questions).toEqual([
    { key: 'size', labels: { en: 'Size', de: 'Größe' }, type: questions[0]!.type },
  ])
  const person = { i: ada.id, h: hashOf(ada.code), n: 'Ada Example', o: 'Example Works', p: 'no_camera' }
  expect(snapshot.people).toEqual([
    { ...person, a: [0, 1], m: [0], b: '7', c: hashOf(badge.code), q: [[0, 'M']] },
    { i: grace.id, h: hashOf(grace.code), n: 'Grace', s: 'waitlisted', r: 'remote' },
  ])
  expect([...whoIsIn(snapshot.arrivals, 'entrance').keys()]).toEqual([ada.id])
  for (const secret of ['secret', 'Secret', 'vegan', 'Augusta', ada.code, badge.code])
    expect(json).not.toContain(secret)
})

test('brings the legal name where there is an access list', async () => {
  const event = await makeEvent({ isLegalNameRequired: true })
  await makeRegistration(event, { legalName: 'Augusta Example' })
  const { json } = await takeSnapshot(await makeDoorKey(event))
  expect(JSON.parse(json)).toMatchObject({ event: { isIdNeeded: true }, people: [{ l: 'Augusta Example' }] })
})

test('is tagged by what it says: alike for as long as nothing happens', async () => {
  const event = await makeEvent()
  const key = await makeDoorKey(event)
  const { id } = await makeRegistration(event)
  const { tag } = await takeSnapshot(key)
  expect((await takeSnapshot(key)).tag).toBe(tag)
  await recordScans(key, scansOf({ kind: 'arrive', registrationId: id }))
  const arrived = await takeSnapshot(key)
  expect(arrived.tag).not.toBe(tag)
  expect((await takeSnapshot({ ...key, rank: 'supervisor' })).tag).not.toBe(arrived.tag)
  await db().registration.update({ where: { id }, data: { name: 'Somebody Else' } })
  expect((await takeSnapshot(key)).tag).not.toBe(arrived.tag)
})

test('five thousand people who are all here, with every ID seen, fit into 500 kB as they are sent', async () => {
  const event = await makeEvent({ activities })
  await sql().query(crowd, [event.id])
  await sql().query(
    `INSERT INTO check_in_fact (event_id, id, registration_id, point_id, kind, outcome, device_at, server_at, device, is_id_seen, is_sticker_given)
     SELECT r.event_id, gen_random_uuid(), r.id, $2, 'arrive', 'arrived', now() - random() * interval '2 h', now(), 'phone A', true, random() < 0.1
       FROM registration r WHERE r.event_id = $1`,
    [event.id, event.arrivalPoint.id],
  )
  const { json } = await takeSnapshot(await makeDoorKey(event))
  const snapshot: Snapshot = JSON.parse(json)
  expect([snapshot.people.length, snapshot.arrivals.length]).toEqual([5000, 5000])
  expect((await squeeze.br(Buffer.from(json))).length).toBeLessThan(500_000)
}, 30_000)

const crowd = `
  INSERT INTO registration (id, event_id, code, status, name, email, email_normalized, organization, presence, days, diet, photo, language,
                            manage_token_hash, registered_at)
  SELECT gen_random_uuid(), $1, upper(substr(md5(n::text), 1, 4) || '-' || substr(md5(n::text), 5, 4) || '-' || substr(md5(n::text), 9, 4)),
         'confirmed', initcap(substr(md5('a' || n), 1, 8) || ' ' || substr(md5('b' || n), 1, 11)), n || '@example.org', n || '@example.org',
         initcap(substr(md5('c' || n % 200), 1, 14)), 'on_site', '{}', '{}', 'fine', 'en', md5(n::text), now()
    FROM generate_series(1, 5000) n`

const hashOf = (code: string) =>
  createHash('sha256').update(code).digest().subarray(0, 16).toString('base64url')
const scansOf = (scan: Pick<Scan, 'kind' | 'registrationId' | 'idSeen' | 'stickerGiven'>) => ({
  device: 'phone A',
  scans: [{ id: newId(), at: new Date(), ...scan }],
})
