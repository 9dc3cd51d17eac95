import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { ownForm } from '@/prisma/factories/own-forms'
import { offerPlace, takePlace } from '@/prisma/factories/transfers'
import { db } from '../db/client'
import { env } from '../env'
import { newId } from '../ids'
import type { AttendeeKey } from '../keys'
import { changeAnswers } from './change-answers'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'
import { opensWith } from './rules'
import { tryCodes } from './try-codes'

useTestDatabase()

test.each([
  ['Welcome 27', 'Welcome 27', true],
  ['  welcome   27 ', 'Welcome 27', true],
  ['ＷＥＬＣＯＭＥ 27', 'Welcome 27', true],
  ['nothing, WELCOME 27', 'Welcome 27', true],
  ['a, b, c, d, Welcome 27', 'Welcome 27', true],
  ['a, b, c, d, e, Welcome 27', 'Welcome 27', false],
  ['Welcome', 'Welcome 27', false],
  ['', 'Welcome 27', false],
  [' , ,', 'Welcome 27', false],
  [null, 'Welcome 27', false],
])('%j opens what asks for %j: %s', (given, code, opens) => expect(opensWith(given, code)).toBe(opens))

test('nobody registers for a closed event without its code, and kind words say which answer is wrong', async () => {
  const event = await makeEvent({ accessCode: 'Open Sesame' })
  expect(await join(event, {})).toEqual(wrong({ accessCode: 'missing' }))
  expect(await join(event, { accessCode: ['open sesam'] })).toEqual(wrong({ accessCode: 'wrong_code' }))
  expect(await join(event, { accessCode: ['OPEN SESAME'] })).toMatchObject({ ok: true })
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
})

test('a closed activity is booked with its code only, and several codes go together', async () => {
  const activities = [{ key: 'cellar', accessCode: 'Cellar' }, { key: 'walk' }]
  const event = await makeEvent({ accessCode: 'House', activities })
  const closed = wrong({ activities: 'not_offered' })
  expect(await join(event, { accessCode: ['House'], activities: ['cellar'] })).toEqual(closed)
  expect(await join(event, { accessCode: ['House'], activities: ['walk'] })).toMatchObject({ ok: true })
  const both = await join(event, { accessCode: ['cellar, house'], activities: ['cellar'] })
  expect(both).toMatchObject({
    ok: true,
    value: { claims: [{ kind: 'event' }, { kind: 'activity', state: 'held' }] },
  })
})

test('after too many wrong ones from one network address no code is told from another there', async () => {
  const event = await makeEvent({ accessCode: 'House' })
  const offer = await getOfferFor({ eventId: event.id })
  const most = env().wrongCodesPerAddressPerHour
  const from = newId()
  expect(await tryCodes(offer, null, from)).toBe('none')
  for (let at = 0; at < most; at += 5) {
    expect(await tryCodes(offer, 'house', from)).toBe('open')
    expect(await tryCodes(offer, 'a,b,c,d,e,house', from)).toBe('wrong')
  }
  expect(await tryCodes(offer, 'house', from)).toBe('too_many_codes')
  expect(await join(event, { accessCode: ['House'] }, from)).toEqual({ ok: false, refusal: 'too_many_codes' })
  expect(await join(event, { accessCode: ['House'] }, newId())).toMatchObject({ ok: true })
  const open = await getOfferFor({ eventId: (await makeEvent()).id })
  expect(await tryCodes(open, 'anything', from)).toBe('none')
})

test('nor by trying many in one moment', async () => {
  const event = await makeEvent({ accessCode: 'House' })
  const [offer, from] = [await getOfferFor({ eventId: event.id }), newId()]
  const most = env().wrongCodesPerAddressPerHour
  const codes = Array.from({ length: 2 * most }, (_, at) => `no${at}`)
  const said = await Promise.all([...codes, 'house'].map((code) => tryCodes(offer, code, from)))
  expect(said.filter((one) => one === 'wrong')).toHaveLength(most)
  expect(said.at(-1)).toBe('too_many_codes')
  const others = await Promise.all(Array.from({ length: 2 * most }, () => tryCodes(offer, 'house', newId())))
  expect(new Set(others)).toEqual(new Set(['open']))
})

test('nor in one’s own form, nor in the form of a place that was passed on', async () => {
  const activities = [{ key: 'cellar', accessCode: 'Cellar' }]
  const event = await makeEvent({ accessCode: 'House', isTransferAllowed: true, activities })
  const [ada, from] = [await joined(event), newId()]
  const { token } = await offerPlace(ada)
  const guess = async (code: string) => ({
    ...(await ownForm(ada)),
    ...{ accessCode: [code], activities: ['cellar'] },
  })
  const most = env().wrongCodesPerAddressPerHour
  const closed = wrong({ activities: 'not_offered' })
  for (let at = 0; at < most; at += 10) {
    expect(await changeAnswers(ada, await guess('a,b,c,d,e'), from)).toEqual(closed)
    expect(await takePlace(event, token, await guess('a,b,c,d,e'), from)).toEqual(closed)
  }
  const tooMany = { ok: false, refusal: 'too_many_codes' }
  expect(await changeAnswers(ada, await guess('Cellar'), from)).toEqual(tooMany)
  expect(await takePlace(event, token, await guess('Cellar'), from)).toEqual(tooMany)
  const plain = { ...(await ownForm(ada)), organization: ['Works'] }
  expect(await changeAnswers(ada, plain, from)).toMatchObject({ ok: true })
  expect(await changeAnswers(ada, await guess('Cellar'), newId())).toMatchObject({ ok: true })
  expect(await takePlace(event, token, await guess('House, cellar'), newId())).toMatchObject({ ok: true })
})

const wrong = (problems: object) => ({ ok: false, refusal: 'wrong_answers', problems })

async function joined(event: { id: string }): Promise<AttendeeKey> {
  const answer = await join(event, { accessCode: ['House'] })
  if (!answer.ok) throw new Error(answer.refusal)
  return { eventId: event.id, registrationId: answer.value.registrationId! } as AttendeeKey
}

async function join(event: { id: string }, form: Record<string, string[]>, networkAddress = '192.0.2.1') {
  const email = `${newId()}@example.org`
  const values = { name: ['Ada'], email: [email], presence: ['on_site'], photo: ['fine'], ...form }
  const read = readForm({ ...values, submissionId: [newId()] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return await register(await getOfferFor({ eventId: event.id }), read.input, {
    language: 'en',
    networkAddress,
  })
}
