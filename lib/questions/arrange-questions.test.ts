import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeAnswers, questionView } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { arrangeQuestions, type PlannedQuestion } from './arrange-questions'
import { lockQuestions } from './lock-questions'
import { listAnswers, listAnswersAtCheckIn, listQuestionsInside } from './queries'
import { saveAnswers } from './save-answers'
import type { AnswerValue, QuestionType } from './schema'

useTestDatabase()

const planned = (key: string, facts: Partial<PlannedQuestion> = {}): PlannedQuestion => {
  const { id: _, ...question } = questionView({ key, ...facts })
  return question
}
const arrange = (eventId: string, questions: PlannedQuestion[]) =>
  db().$transaction((tx) => arrangeQuestions(tx, eventId, questions))
const listed = async (eventId: string) => await listQuestionsInside(db(), eventId)

test('questions come, change, move and go, known by their key', async () => {
  const { id } = await makeEvent()
  await arrange(id, [planned('size'), planned('drives', { type: 'yes_no' }), planned('old')])
  const [size] = await listed(id)
  const shown = planned('seats', { type: 'number', isRequired: true, showWhen: { drives: true } })
  await arrange(id, [
    planned('drives', { type: 'yes_no', labels: { de: 'Fährst du?' } }),
    shown,
    planned('size'),
  ])
  const now = await listed(id)
  expect(now.map(({ key }) => key)).toEqual(['drives', 'seats', 'size'])
  expect(now[0]).toMatchObject({ labels: { de: 'Fährst du?' }, answers: 0 })
  expect(now[1]).toMatchObject({ ...shown })
  expect(now[2]!.id).toBe(size!.id)
})

test('the same again changes nothing, and another event keeps its own', async () => {
  const [event, other] = [await makeEvent(), await makeEvent()]
  await arrange(other.id, [planned('size', { labels: { en: 'Theirs' } })])
  await arrange(event.id, [planned('size')])
  const before = await listed(event.id)
  await arrange(event.id, [planned('size')])
  expect(await listed(event.id)).toEqual(before)
  expect((await listed(other.id))[0]!.labels).toEqual({ en: 'Theirs' })
})

test('what somebody answered neither goes nor changes its type, and nothing else of that wish happens', async () => {
  const event = await makeEvent()
  await arrange(event.id, [planned('size')])
  const before = await listed(event.id)
  await makeAnswers(await makeRegistration(event), before, { size: 'M' })
  await expect(arrange(event.id, [planned('more')])).rejects.toThrow()
  await expect(arrange(event.id, [planned('more'), planned('size', { type: 'number' })])).rejects.toThrow()
  expect(await listed(event.id)).toEqual([{ ...before[0], answers: 1 }])
  await arrange(event.id, [planned('size', { labels: { en: 'Shirt' }, isRequired: true })])
  expect(await listed(event.id)).toMatchObject([{ labels: { en: 'Shirt' }, isRequired: true, answers: 1 }])
})

test.each<[QuestionType, AnswerValue, AnswerValue]>([
  ['text', 'M', 3],
  ['choice', 'M', ['M']],
  ['multi_choice', ['M'], 'M'],
  ['yes_no', false, 'no'],
  ['number', 2.5, '2.5'],
  ['date', '2027-04-16', true],
])('the database keeps only what fits a %s', async (type, fitting, other) => {
  const event = await makeEvent()
  await arrange(event.id, [planned('it', { type })])
  const questions = await listed(event.id)
  const person = await makeRegistration(event)
  await expect(makeAnswers(person, questions, { it: other })).rejects.toThrow()
  await makeAnswers(person, questions, { it: fitting })
  expect(await listAnswers(db(), person.id)).toEqual({ it: fitting })
})

test('nobody answers while the questions change', async () => {
  const event = await makeEvent()
  await arrange(event.id, [planned('size')])
  const questions = await listed(event.id)
  const person = await makeRegistration(event)
  let answering: Promise<void> | undefined
  await db().$transaction(async (tx) => {
    await lockQuestions(tx, event.id)
    answering = makeAnswers(person, questions, { size: 'M' })
    answering.catch(() => {})
    await arrangeQuestions(tx, event.id, [planned('size', { type: 'number' })])
  })
  await expect(answering).rejects.toThrow()
  expect(await listed(event.id)).toMatchObject([{ type: 'number', answers: 0 }])
})

test('new answers replace the old ones, and the door sees those that are for it', async () => {
  const event = await makeEvent()
  await arrange(event.id, [
    planned('size', { isAtCheckIn: true }),
    planned('private'),
    planned('late', { isAtCheckIn: true }),
  ])
  const [size, secret] = await listed(event.id)
  const person = await makeRegistration(event)
  await makeAnswers(person, await listed(event.id), { size: 'M', late: 'yes' })
  await saveAnswers(db(), person, [
    { questionId: size!.id, value: 'L' },
    { questionId: secret!.id, value: 'a secret' },
  ])
  expect(await listAnswers(db(), person.id)).toEqual({ size: 'L', private: 'a secret' })
  const key = { eventId: event.id } as Parameters<typeof listAnswersAtCheckIn>[0]
  const seen = await listAnswersAtCheckIn(key, person.id)
  expect(seen.map(({ question, value }) => [question.key, value])).toEqual([['size', 'L']])
})
