import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'

useTestDatabase()

const hall = {
  onSite: 1,
  activities: [{ key: 'walk', size: 1 }],
  meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 1 }] }],
  hotels: [
    {
      key: 'ibis',
      name: 'ibis',
      roomTypes: [{ key: 'single', name: 'Single', nights: { '2027-04-15': 5, '2027-04-16': 1 } }],
    },
  ],
}

test('who registers holds a place, everything wished, a history and one mail that names no link', async () => {
  const event = await makeEvent(hall)
  const answer = await registerIn(event, {
    nights: ['2027-04-15', '2027-04-16'],
    activities: ['walk'],
    'meal.lunch': ['chili'],
  })
  expect(answer).toMatchObject({ ok: true, value: { outcome: 'registered', status: 'confirmed' } })
  expect(await standing(event)).toEqual({
    pools: { on_site: 1, remote: 0, activity: 1, option: 1, night: 2 },
    registrations: ['confirmed'],
    mails: ['confirmed'],
    history: ['registered'],
  })
  const [row] = await db().registration.findMany({ where: { eventId: event.id } })
  const mail = await db().outboxMail.findFirstOrThrow({ where: { eventId: event.id } })
  expect(JSON.stringify(mail)).not.toContain(row!.manageTokenHash)
  expect(JSON.stringify(mail.facts)).not.toContain('/my/')
})

test('the same submission again answers as before and promises nothing twice', async () => {
  const event = await makeEvent(hall)
  const submissionId = [newId()]
  const answers = []
  for (let time = 0; time < 3; time++)
    answers.push(await registerIn(event, { submissionId, email: ['ada@example.org'] }))
  expect(answers.map((answer) => answer.ok && answer.value.outcome)).toEqual([
    'registered',
    'repeated',
    'repeated',
  ])
  expect(await standing(event)).toMatchObject({ registrations: ['confirmed'], mails: ['confirmed'] })
})

test('whoever goes back and registers the next person by the old form registers the next person', async () => {
  const event = await makeEvent({ onSite: 5 })
  const submissionId = [newId()]
  for (const email of ['ada@example.org', 'bo@example.org', 'ADA@example.org'])
    expect(await registerIn(event, { submissionId, email: [email] })).toMatchObject({ ok: true })
  const rows = await db().registration.findMany({ where: { eventId: event.id }, orderBy: { email: 'asc' } })
  expect(rows.map(({ email }) => email)).toEqual(['ada@example.org', 'bo@example.org'])
})

test('the same submission at once is one registration', async () => {
  const event = await makeEvent(hall)
  const form = { submissionId: [newId()], email: ['ada@example.org'] }
  const answers = await Promise.all(Array.from({ length: 8 }, () => registerIn(event, form)))
  expect(answers.filter((answer) => answer.ok && answer.value.outcome === 'registered')).toHaveLength(1)
  expect(await standing(event)).toMatchObject({ registrations: ['confirmed'], mails: ['confirmed'] })
})

test('a known address learns what anybody would, takes nothing, and its owner gets one mail', async () => {
  const event = await makeEvent({ ...hall, onSite: 2 })
  await registerIn(event, { email: ['ada@example.org'] })
  const again = await registerIn(event, { email: ['ADA@example.org '] })
  await registerIn(event, { email: ['ada@example.org'] })
  const stranger = await registerIn(event, { email: ['new@example.org'] })
  const told = (answer: typeof again) =>
    answer.ok && { status: answer.value.status, claims: answer.value.claims }
  expect(told(again)).toEqual(told(stranger))
  expect(await standing(event)).toMatchObject({
    pools: { on_site: 2 },
    mails: ['already_registered', 'confirmed', 'confirmed'],
  })
})

test('asked eight times at once with a known address, its owner still gets one mail', async () => {
  const event = await makeEvent()
  const addresses = Array.from({ length: 20 }, (_, at) => `person-${at}@example.org`)
  for (const email of addresses) await registerIn(event, { email: [email] })
  for (const email of addresses)
    await Promise.all(Array.from({ length: 8 }, () => registerIn(event, { email: [email] })))
  const told = { eventId: event.id, kind: 'already_registered' }
  const mails = await db().outboxMail.findMany({ where: told, orderBy: { id: 'asc' } })
  expect(mails.map(({ toAddress }) => toAddress)).toEqual(addresses)
})

test('who cancels at the moment of registering again is registered, not told of a place that is gone', async () => {
  const event = await makeEvent()
  const before = await registerIn(event, { email: ['ada@example.org'] })
  await cancelBetweenTheLooks((before.ok && before.value.registrationId) || '')
  const again = await registerIn(event, { email: ['ada@example.org'] })
  expect(again).toMatchObject({ ok: true, value: { outcome: 'registered' } })
  expect(await standing(event)).toMatchObject({ registrations: ['cancelled', 'confirmed'] })
})

test('forty people at once for ten places: ten are in, thirty have a position each, nobody else’s', async () => {
  const event = await makeEvent({ onSite: 10 })
  const answers = await Promise.all(Array.from({ length: 40 }, () => registerIn(event, {})))
  const standings = answers.map((answer) => (answer.ok ? answer.value : null))
  expect(standings.filter((one) => one?.status === 'confirmed')).toHaveLength(10)
  const ahead = standings.flatMap(
    (one) => one?.claims.flatMap((claim) => (claim.state === 'waiting' ? [claim.ahead] : [])) ?? [],
  )
  expect(ahead).toHaveLength(30)
  expect((await standing(event)).pools.on_site).toBe(10)
  const line = await db().$queryRaw<{ ahead: number }[]>`
    SELECT places_ahead(id) AS ahead FROM claim WHERE event_id = ${event.id}::uuid AND state = 'waiting' ORDER BY 1`
  expect(line.map((row) => row.ahead)).toEqual(Array.from({ length: 30 }, (_, position) => position))
})

test('who waits for the event holds nothing else; who misses one night waits for the whole stay', async () => {
  const event = await makeEvent({ ...hall, onSite: 2 })
  await registerIn(event, { nights: ['2027-04-16'] })
  const second = await registerIn(event, { nights: ['2027-04-15', '2027-04-16'] })
  expect(states(second)).toEqual({ event: 'held', stay: 'waiting' })
  expect((await standing(event)).pools.night).toBe(1)
  const third = await registerIn(event, { nights: ['2027-04-15'], activities: ['walk'] })
  expect(states(third)).toEqual({ event: 'waiting', stay: 'wished', activity: 'wished' })
  expect((await standing(event)).pools).toMatchObject({ night: 1, activity: 0 })
})

test('without a waiting list a full hall refuses, and nothing is written', async () => {
  const event = await makeEvent({ onSite: 0, waiting: 'off' })
  expect(await registerIn(event, {})).toMatchObject({ ok: false, refusal: 'event_full' })
  expect(await standing(event)).toMatchObject({ registrations: [], mails: [], history: [] })
})

test('a dish that is gone is said at its field, and nothing is taken', async () => {
  const event = await makeEvent({ ...hall, onSite: 5 })
  await registerIn(event, { 'meal.lunch': ['chili'] })
  const late = await registerIn(event, { 'meal.lunch': ['chili'] })
  expect(late).toMatchObject({
    ok: false,
    refusal: 'wrong_answers',
    problems: { 'meal.lunch': 'option_full' },
  })
  expect((await standing(event)).pools.on_site).toBe(1)
})

test('what nobody asked for breaks nothing, whatever it says, and is not kept', async () => {
  const event = await makeEvent(hall)
  const evil = ['a\u0000b']
  const strange = {
    stay: evil,
    'meal.lunch': evil,
    'meal.\u0000': evil,
    'consent.\u0000': ['on'],
    submissionId: evil,
  }
  expect(await registerIn(event, { ...strange, presence: ['remote'] })).toMatchObject({ ok: true })
  const kept = await db().registration.findMany({
    where: { eventId: event.id },
    include: { mealChoices: true, stay: true },
  })
  expect(kept).toMatchObject([{ presence: 'remote', mealChoices: [], stay: null, submissionId: null }])
})

test.each([
  ['not_open_yet', { opensAt: new Date(Date.now() + 86_400_000) }],
  ['closed', { closesAt: new Date(Date.now() - 1000) }],
  ['event_cancelled', { status: 'cancelled' as const }],
])('%s', async (refusal, overrides) => {
  const event = await makeEvent(overrides)
  expect(await registerIn(event, {})).toMatchObject({ ok: false, refusal })
})

/** The old row met the new one, and is gone before its owner is looked for. */
async function cancelBetweenTheLooks(registrationId: string) {
  await sql().query(`CREATE FUNCTION cancel_between() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE registration SET status = 'cancelled', cancel_reason = 'person' WHERE id = '${registrationId}';
      RETURN NULL;
    END $$`)
  await sql().query(
    'CREATE TRIGGER cancel_between AFTER INSERT ON registration EXECUTE FUNCTION cancel_between()',
  )
}

type Form = Record<string, string[]>

async function registerIn(event: MadeEvent, form: Form) {
  const values = {
    name: ['Ada'],
    email: [`${newId()}@example.org`],
    presence: ['on_site'],
    photo: ['fine'],
    submissionId: [newId()],
    ...form,
  }
  const read = readForm(values)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return await register(await getOfferFor({ eventId: event.id }), read.input, {
    language: 'en',
    networkAddress: '192.0.2.1',
  })
}

function states(answer: Awaited<ReturnType<typeof registerIn>>) {
  return answer.ok ? Object.fromEntries(answer.value.claims.map(({ kind, state }) => [kind, state])) : answer
}

async function standing({ id: eventId }: MadeEvent) {
  const pools = await db().pool.groupBy({ by: ['kind'], where: { eventId }, _sum: { taken: true } })
  const registrations = await db().registration.findMany({
    where: { eventId },
    orderBy: { registeredAt: 'asc' },
  })
  const mails = await db().outboxMail.findMany({ where: { eventId }, orderBy: { kind: 'asc' } })
  const history = await db().historyEntry.findMany({ where: { eventId } })
  return {
    pools: Object.fromEntries(pools.map(({ kind, _sum }) => [kind, _sum.taken])),
    registrations: registrations.map(({ status }) => status),
    mails: mails.map(({ kind }) => kind),
    history: history.map(({ act }) => act),
  }
}
