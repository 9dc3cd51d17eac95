import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { standingOf } from '@/prisma/factories/lines'
import { join } from '@/prisma/factories/own-forms'
import { makeQuestions } from '@/prisma/factories/questions'
import { offerPlace, successorForm } from '@/prisma/factories/transfers'
import { db } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { getOfferFor } from './queries'
import { tradePlaces } from './trade-places'

useTestDatabase()

test('an answer whose question has changed is asked for again; the place and the link stay', async () => {
  const event = await makeEvent({ isTransferAllowed: true })
  const [question] = await makeQuestions(event.id, [{ key: 'shirt' }])
  const ada = await join(event)
  const { token, email } = await offerPlace(ada)
  const asked = await getOfferFor({ eventId: event.id })
  await db().question.update({ where: { id: question!.id }, data: { type: 'number' } })
  const traded = db().$transaction(async (tx) => {
    await lockPools(tx, event.id)
    const input = successorForm({ 'answer.shirt': ['M'] })
    return await tradePlaces(tx, asked, input, { language: 'en', token })
  })
  await expect(traded).rejects.toMatchObject({
    refusal: 'wrong_answers',
    problems: { 'answer.shirt': 'not_offered' },
  })
  expect(await standingOf({ id: ada.registrationId })).toMatchObject({ status: 'confirmed', event: 'held' })
  expect(await db().registrationToken.count({ where: { email, usedAt: null } })).toBe(1)
})
