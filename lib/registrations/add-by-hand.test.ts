import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { addByHand } from './add-by-hand'
import type { ByHand } from './by-hand-input'
import { type FormValues, readForm } from './read-form'

useTestDatabase()

const keyFor = (event: MadeEvent) =>
  ({ eventId: event.id, userId: newId(), role: 'organizer' }) as unknown as OrganizerKey
const plainly: ByHand = { agreed: 'on_paper', isTold: true, isForced: false, reason: '', language: 'de' }

const wanting = (values: FormValues = {}) => {
  const read = readForm({
    name: ['Ada Example'],
    email: ['ada@example.org'],
    presence: ['on_site'],
    photo: ['fine'],
    submissionId: [newId()],
    ...values,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.input
}
const stateOf = async (event: MadeEvent) => ({
  people: await db().registration.findMany({ where: { eventId: event.id } }),
  mails: await db().outboxMail.findMany({ where: { eventId: event.id } }),
  history: await db().historyEntry.findMany({ where: { eventId: event.id }, orderBy: { at: 'asc' } }),
  consents: await db().consent.findMany({ where: { eventId: event.id } }),
})

test('somebody is in at once, past the window, codes, approval and the click in a mailbox', async () => {
  const event = await makeEvent({
    opensAt: new Date('2020-01-01'),
    closesAt: new Date('2020-01-02'),
    accessCode: 'secret',
    isApprovalRequired: true,
    isEmailConfirmed: true,
    codeOfConductUrl: 'https://example.org/conduct',
  })
  const key = keyFor(event)
  const answer = await addByHand(key, wanting(), plainly)
  expect(answer).toMatchObject({ ok: true, value: { beyond: 0 } })
  const { people, mails, history, consents } = await stateOf(event)
  expect(people).toMatchObject([
    { status: 'confirmed', source: 'organizer', language: 'de', unverifiedUntil: null },
  ])
  expect(mails).toMatchObject([{ kind: 'confirmed', language: 'de', toAddress: 'ada@example.org' }])
  expect(history.map(({ act, actorId, facts }) => ({ act, actorId, facts }))).toEqual([
    { act: 'registered', actorId: key.userId, facts: { status: 'confirmed', source: 'organizer' } },
    { act: 'added_by_hand', actorId: key.userId, facts: { consents: 'on_paper', isTold: true } },
  ])
  expect(consents.find(({ kind }) => kind === 'code_of_conduct')).toMatchObject({ isGiven: true })
})

test('without a mail nobody is written to, and what was not agreed to is kept as not given', async () => {
  const event = await makeEvent({ codeOfConductUrl: 'https://example.org/conduct' })
  await addByHand(keyFor(event), wanting(), { ...plainly, isTold: false, agreed: 'not_given' })
  const { mails, consents } = await stateOf(event)
  expect(mails).toEqual([])
  expect(consents.find(({ kind }) => kind === 'code_of_conduct')).toMatchObject({ isGiven: false })
})

test('a full event puts them in line; with a reason they are in, by exactly one place beyond', async () => {
  const event = await makeEvent({ onSite: 1, activities: [{ key: 'tour', size: 0 }] })
  await makeRegistration(event)
  const key = keyFor(event)
  await addByHand(key, wanting({ activities: ['tour'] }), plainly)
  const forced = { ...plainly, isForced: true, reason: 'She opens the event.' }
  const other = wanting({ email: ['eve@example.org'], activities: ['tour'] })
  expect(await addByHand(key, other, { ...forced, reason: '' })).toEqual({
    ok: false,
    refusal: 'reason_missing',
  })
  expect(await addByHand(key, other, forced)).toMatchObject({ ok: true, value: { beyond: 2 } })
  const { people, mails, history } = await stateOf(event)
  const statuses = Object.fromEntries(people.map(({ email, status }) => [email, status]))
  expect(statuses).toMatchObject({ 'ada@example.org': 'waitlisted', 'eve@example.org': 'confirmed' })
  expect(mails.map(({ kind }) => kind).toSorted()).toEqual(['confirmed', 'waitlisted'])
  expect(history.at(-1)!.facts).toEqual({
    consents: 'on_paper',
    isTold: true,
    placesBeyond: 2,
    reason: 'She opens the event.',
  })
  const pools = await db().pool.findMany({ where: { eventId: event.id, taken: { gt: 0 } } })
  expect(pools.map(({ size, taken, ceiling }) => ({ size, taken, ceiling }))).toEqual(
    expect.arrayContaining([
      { size: 1, taken: 2, ceiling: 2 },
      { size: 0, taken: 1, ceiling: 1 },
    ]),
  )
})

test('where there is no line what is full is refused, and nothing is written', async () => {
  const event = await makeEvent({ onSite: 0, waiting: 'off' })
  expect(await addByHand(keyFor(event), wanting(), plainly)).toMatchObject({
    ok: false,
    refusal: 'event_full',
  })
  expect(await stateOf(event)).toEqual({ people: [], mails: [], history: [], consents: [] })
  const forced = { ...plainly, isForced: true, reason: 'A speaker.' }
  expect(await addByHand(keyFor(event), wanting(), forced)).toMatchObject({ ok: true })
})

test('an address that is registered is refused without a word to its owner; the same form twice is one person', async () => {
  const event = await makeEvent()
  const key = keyFor(event)
  const input = wanting()
  const [one, two] = await Promise.all([addByHand(key, input, plainly), addByHand(key, input, plainly)])
  expect(one).toEqual(two)
  expect(await addByHand(key, wanting({ email: ['ADA@example.org'] }), plainly)).toMatchObject({
    ok: false,
    refusal: 'already_registered',
  })
  const { people, mails } = await stateOf(event)
  expect([people.length, mails.map(({ kind }) => kind)]).toEqual([1, ['confirmed']])
  const gone = { ...input, name: 'Bo Sample', email: 'bo@example.org' }
  const next = await addByHand(key, gone, plainly)
  expect(next.ok && next.value.id).not.toBe(one.ok && one.value.id)
  expect((await stateOf(event)).people.map(({ name }) => name).toSorted()).toEqual([
    'Ada Example',
    'Bo Sample',
  ])
})

test('wrong answers are refused as on the form; nobody is added to an event that was called off', async () => {
  const event = await makeEvent()
  expect(await addByHand(keyFor(event), wanting({ photo: [] }), plainly)).toEqual({
    ok: false,
    refusal: 'wrong_answers',
    problems: { photo: 'missing' },
  })
  const off = await makeEvent({ status: 'cancelled', cancelledAt: new Date() })
  expect(await addByHand(keyFor(off), wanting(), plainly)).toMatchObject({ refusal: 'event_cancelled' })
})
