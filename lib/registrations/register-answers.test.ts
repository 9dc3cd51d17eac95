import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeQuestions } from '@/prisma/factories/questions'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { arrangeQuestions } from '../questions/arrange-questions'
import { getMine, getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'

useTestDatabase()

const questions: Parameters<typeof makeQuestions>[1] = [
  { key: 'drives', type: 'yes_no', isRequired: true },
  { key: 'seats', type: 'number', isRequired: true, showWhen: { drives: true } },
  { key: 'route', type: 'long_text', isRequired: true, showWhen: { seats: 3 } },
  { key: 'tools', type: 'multi_choice', options: ['saw', 'drill', 'file'], presence: 'on_site' },
  { key: 'size', type: 'choice', options: ['S', 'M'], presence: 'on_site', isRequired: true },
  { key: 'zone', isRequired: true, presence: 'remote' },
  { key: 'born', type: 'date' },
  { key: 'talk', isRequired: true, accessCode: 'speakers' },
]

const onSite = { 'answer.drives': ['no'], 'answer.size': ['M'] }

test('every answer is kept as its type says', async () => {
  const event = await made()
  const said = await registerIn(event, {
    'answer.drives': ['yes'],
    'answer.seats': ['3'],
    'answer.route': ['Along the river,\r\nthen left'],
    'answer.tools': ['file', 'saw'],
    'answer.size': ['M'],
    'answer.born': ['2000-02-29'],
  })
  expect(said).toMatchObject({ ok: true })
  expect(await answersOf(event)).toEqual({
    drives: true,
    seats: 3,
    route: 'Along the river,\nthen left',
    tools: ['saw', 'file'],
    size: 'M',
    born: '2000-02-29',
  })
})

test.each<[string, Record<string, string[]>, Record<string, string>]>([
  ['what has to be answered', {}, { 'answer.drives': 'missing', 'answer.size': 'missing' }],
  ['what an answer asks for', { ...onSite, 'answer.drives': ['yes'] }, { 'answer.seats': 'missing' }],
  [
    'what that answer asks for',
    { ...onSite, 'answer.drives': ['yes'], 'answer.seats': ['3.0'] },
    { 'answer.route': 'missing' },
  ],
  ['an option that is none', { ...onSite, 'answer.size': ['XXL'] }, { 'answer.size': 'not_offered' }],
  [
    'a number that is none',
    { ...onSite, 'answer.drives': ['yes'], 'answer.seats': ['some'] },
    { 'answer.seats': 'not_a_number' },
  ],
  ['a date that is none', { ...onSite, 'answer.born': ['2001-02-29'] }, { 'answer.born': 'not_a_date' }],
  ['what the code opens', { ...onSite, accessCode: ['speakers'] }, { 'answer.talk': 'missing' }],
  [
    'what remote people are asked',
    { presence: ['remote'], 'answer.drives': ['no'] },
    { 'answer.zone': 'missing' },
  ],
])('is looked at again: %s', async (_, form, problems) => {
  const event = await made()
  expect(await registerIn(event, form)).toEqual({ ok: false, refusal: 'wrong_answers', problems })
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(0)
})

test('what nobody asked for never reaches the database', async () => {
  const event = await made()
  const left = {
    'answer.seats': ['many'],
    'answer.route': ['x'.repeat(9_000)],
    'answer.zone': ['hidden'],
    'answer.talk': ['hidden'],
    'answer.unknown': ['hidden'],
    'answer.constructor': ['hidden'],
    'answer.__proto__': ['hidden'],
  }
  expect(await registerIn(event, { ...onSite, ...left, accessCode: ['guess'] })).toMatchObject({ ok: true })
  expect(await answersOf(event)).toEqual({ drives: false, size: 'M' })
})

test('a question may be called what every object has', async () => {
  const event = await makeEvent()
  await makeQuestions(event.id, [{ key: 'constructor' }])
  expect(await registerIn(event, {})).toMatchObject({ ok: true })
  expect(await answersOf(event)).toEqual({})
})

test('who waits or has to be approved has answered too', async () => {
  for (const rule of [{ onSite: 0 }, { isApprovalRequired: true }]) {
    const event = await made(rule)
    await registerIn(event, onSite)
    expect(await answersOf(event)).toEqual({ drives: false, size: 'M' })
  }
})

test('the mail says nothing of it, the own page everything', async () => {
  const event = await makeEvent()
  await makeQuestions(event.id, [{ key: 'note', labels: { en: 'A note' } }])
  await registerIn(event, { 'answer.note': ['my own secret'] })
  const { facts, registrationId } = await db().outboxMail.findFirstOrThrow({ where: { eventId: event.id } })
  expect(JSON.stringify(facts)).not.toContain('my own secret')
  const mine = await getMine({ eventId: event.id, registrationId } as AttendeeKey)
  expect(mine.answers).toEqual({ note: 'my own secret' })
  expect(mine.offer.questions).toMatchObject([{ key: 'note', labels: { en: 'A note' } }])
})

test.each([
  ['changed', [{ key: 'drives', type: 'number' } as const]],
  ['gone', []],
])('a question that has %s since the page was read is asked again', async (_, since) => {
  const event = await makeEvent()
  const [asked] = await makeQuestions(event.id, [{ key: 'drives', type: 'yes_no' }])
  const stale = await getOfferFor({ eventId: event.id })
  const { id: __, ...facts } = asked!
  await db().$transaction((tx) =>
    arrangeQuestions(
      tx,
      event.id,
      since.map((change) => ({ ...facts, ...change })),
    ),
  )
  const read = readForm({ ...form(), 'answer.drives': ['yes'] })
  expect(read.ok && (await register(stale, read.input, from()))).toEqual({
    ok: false,
    refusal: 'wrong_answers',
    problems: { 'answer.drives': 'not_offered' },
  })
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(0)
})

async function made(overrides: Parameters<typeof makeEvent>[0] = {}) {
  const event = await makeEvent(overrides)
  await makeQuestions(event.id, questions)
  return event
}

async function registerIn(event: MadeEvent, answers: Record<string, string[]>) {
  const read = readForm({ ...form(), ...answers })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return await register(await getOfferFor({ eventId: event.id }), read.input, from())
}

async function answersOf(event: MadeEvent) {
  const rows = await db().answer.findMany({ where: { eventId: event.id }, include: { question: true } })
  return Object.fromEntries(rows.map(({ question, value }) => [question.key, value]))
}

const from = () => ({ language: 'en', networkAddress: newId() }) as const
const form = () => ({
  name: ['Ada Example'],
  email: [`${newId()}@example.org`],
  presence: ['on_site'],
  photo: ['fine'],
})
