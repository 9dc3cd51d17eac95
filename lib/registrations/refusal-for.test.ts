import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeQuestions } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import { getOfferFor } from './queries'
import { refusalFor } from './refusal-for'

useTestDatabase()

const parts = {
  remote: 0,
  activities: [{ key: 'walk', size: 0 }],
  meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 0 }] }],
  hotels: [
    {
      key: 'ibis',
      name: 'ibis',
      roomTypes: [{ key: 'single', name: 'Single', nights: { '2027-04-15': 0 } }],
    },
  ],
}

test('what ran out at the last moment is said where it was asked, through either connection', async () => {
  const event = await makeEvent(parts)
  const offer = await getOfferFor({ eventId: event.id })
  const [walk] = offer.activities
  const [chili] = offer.meals[0]!.options
  const [single] = offer.hotels[0]!.roomTypes
  const wrong = (problems: object) => ({ ok: false, refusal: 'wrong_answers', problems })
  for (const [kind, subjectId, poolId, said] of [
    ['event', event.id, event.remote.id, { ok: false, refusal: 'event_full' }],
    ['activity', walk!.id, walk!.poolId, wrong({ activities: 'activity_full' })],
    ['option', chili!.id, chili!.poolId, wrong({ 'meal.lunch': 'option_full' })],
    ['stay', single!.id, single!.nights[0]!.poolId, wrong({ nights: 'night_full' })],
  ] as const) {
    const { id } = await makeRegistration(event)
    const wishes = JSON.stringify([{ id: newId(), kind, subjectId, pools: [poolId], mayWait: false }])
    const errors = [
      await db()
        .$queryRaw`SELECT 1 FROM places_take(${event.id}::uuid, ${id}::uuid, ${wishes}::jsonb, now())`.catch(
        heard,
      ),
      await sql().query('SELECT places_take($1, $2, $3, now())', [event.id, id, wishes]).catch(heard),
    ]
    expect(errors.map((error) => refusalFor(offer, error))).toEqual([said, said])
  }
})

test('an answer that does not fit its question any more is asked for again', async () => {
  const event = await makeEvent()
  const [question] = await makeQuestions(event.id, [{ key: 'shirt' }])
  const offer = await getOfferFor({ eventId: event.id })
  const { id } = await makeRegistration(event)
  await db().question.update({ where: { id: question!.id }, data: { type: 'number' } })
  const data = { registrationId: id, eventId: event.id, questionId: question!.id, value: 'M' }
  expect(refusalFor(offer, await db().answer.create({ data }).catch(heard))).toEqual({
    ok: false,
    refusal: 'wrong_answers',
    problems: { 'answer.shirt': 'not_offered' },
  })
})

test('whatever else goes wrong is nobody’s answer', async () => {
  const offer = await getOfferFor({ eventId: (await makeEvent()).id })
  const error = await sql().query('SELECT 1 / 0').catch(heard)
  expect(() => refusalFor(offer, error)).toThrow('division by zero')
})

const heard = (error: unknown) => error
