import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { untilWaiting } from '@/e2e/support/until-waiting'
import { makeEvent } from '@/prisma/factories/events'
import { historyOf, mailKindsTo } from '@/prisma/factories/lines'
import { join, ownForm, saveForm } from '@/prisma/factories/own-forms'
import { makeQuestions } from '@/prisma/factories/questions'
import { makeHotelEvent, nights, stayOf, takenNights } from '@/prisma/factories/rooms'
import { db } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { cancelMine } from './cancel'

useTestDatabase()

test('a room that was only wished for and comes with saving is told, once, and never silently', async () => {
  const event = await makeHotelEvent(1, {}, { waiting: 'off' })
  const stay = { stay: ['inn.twin'], nights }
  const [owner, ada] = [await join(event, stay), await join(event, stay)]
  expect(await stayOf(ada.registrationId)).toBe('wished 2')
  const same = { ok: true, value: { changed: [] } }
  expect(await saveForm(ada, await ownForm(ada))).toEqual(same)
  await cancelMine(owner)
  expect(await stayOf(ada.registrationId)).toBe('wished 2')
  expect(await saveForm(ada, await ownForm(ada))).toEqual({ ok: true, value: { changed: [], hasRoom: true } })
  expect([await stayOf(ada.registrationId), await takenNights(event.id)]).toEqual(['held 2', [1, 1]])
  const told = { id: ada.registrationId }
  expect(await mailKindsTo(told)).toEqual(['confirmed', 'promoted'])
  expect((await historyOf(told)).at(-1)).toMatchObject({ act: 'promoted', facts: { what: ['stay'] } })
  expect(await saveForm(ada, await ownForm(ada))).toEqual(same)
  expect(await mailKindsTo(told)).toEqual(['confirmed', 'promoted'])
})

test('a question that becomes another one while its answer is on the way is asked anew', async () => {
  const event = await makeEvent()
  const ada = await join(event)
  await makeQuestions(event.id, [{ key: 'size' }])
  const form = { ...(await ownForm(ada)), 'answer.size': ['large'] }
  const answers: ReturnType<typeof saveForm>[] = []
  await db().$transaction(async (tx) => {
    await lockPools(tx, event.id)
    answers.push(saveForm(ada, form))
    await untilWaiting(1)
    await tx.question.updateMany({ where: { eventId: event.id }, data: { type: 'number' } })
    await tx.event.update({ where: { id: event.id }, data: { revision: { increment: 1 } } })
  })
  const problems = { 'answer.size': 'not_a_number' }
  expect(await Promise.all(answers)).toEqual([{ ok: false, refusal: 'wrong_answers', problems }])
})
