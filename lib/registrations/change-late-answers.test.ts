import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { mailKindsTo } from '@/prisma/factories/lines'
import { join, ownForm, takenOf } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { cancelMine } from './cancel'
import { changeLateAnswers } from './change-late-answers'

useTestDatabase()

const hour = 3_600_000

async function frozen() {
  const event = await makeEvent({ allergiesHint: '', activities: [{ key: 'walk' }] })
  const ada = await join(event, { listed: ['on'], accessibility: ['A ramp'] })
  const bo = await join(event)
  await db().event.update({ where: { id: event.id }, data: { freezesAt: new Date(Date.now() - hour) } })
  return { event, ada, bo }
}

test('after the freeze date photo, allergies, needs and the public list can still change, everything else is ignored', async () => {
  const { event, ada } = await frozen()
  const posted = {
    ...(await ownForm(ada)),
    ...{ name: ['Other'], activities: ['walk'], presence: ['remote'] },
    ...{ photo: ['no_camera'], allergies: ['Walnuts'], allergiesConsent: ['on'], accessibility: [] },
  }
  const { listed, ...withoutListed } = posted as Record<string, string[]>
  const answer = await changeLateAnswers(ada, withoutListed)
  expect(listed).toEqual(['on'])
  expect(answer.ok && answer.value.changed.toSorted()).toEqual([
    ...['accessibility', 'allergies', 'allergiesConsent', 'listed', 'photo'],
  ])
  const { accessibility, listed: still, ...now } = await ownForm(ada)
  expect([accessibility, still]).toEqual([undefined, undefined])
  expect(now).toMatchObject({ name: ['Ada Sample'], presence: ['on_site'], photo: ['no_camera'] })
  expect(await takenOf(event)).toMatchObject({ activity: 0 })
  expect(await mailKindsTo({ id: ada.registrationId })).toEqual(['confirmed', 'changed'])
  expect(await changeLateAnswers(ada, await ownForm(ada))).toEqual({ ok: true, value: { changed: [] } })
})

test('allergies need their consent, a photo answer is not taken away, and nobody is overwritten', async () => {
  const { ada } = await frozen()
  const form = await ownForm(ada)
  expect(await changeLateAnswers(ada, { ...form, allergies: ['Walnuts'] })).toEqual({
    ok: false,
    refusal: 'wrong_answers',
    problems: { allergiesConsent: 'allergies_need_consent' },
  })
  expect(await changeLateAnswers(ada, { ...form, photo: [] })).toMatchObject({
    problems: { photo: 'missing' },
  })
  const answers = await Promise.all([
    changeLateAnswers(ada, { ...form, photo: ['no_camera'] }),
    changeLateAnswers(ada, { ...form, accessibility: ['A seat'] }),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().allergyNote.count({ where: { registrationId: ada.registrationId } })).toBe(0)
})

test('who cancelled, and everybody after the event, changes nothing any more', async () => {
  const { event, ada, bo } = await frozen()
  await cancelMine(bo)
  expect(await changeLateAnswers(bo, await ownForm(bo))).toEqual({ ok: false, refusal: 'over' })
  const over = { startsAt: new Date(0), endsAt: new Date(Date.now() - hour) }
  await db().event.update({ where: { id: event.id }, data: over })
  expect(await changeLateAnswers(ada, await ownForm(ada))).toEqual({ ok: false, refusal: 'over' })
})
