import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { changeOnBehalf } from './change-on-behalf'
import { sealForm } from './form-seal'
import { findFormOf, getOwnForm } from './own-form'
import type { FormValues } from './read-form'

useTestDatabase()

const keyFor = (event: MadeEvent) =>
  ({ eventId: event.id, userId: newId(), role: 'organizer' }) as unknown as OrganizerKey
const formOf = async (event: MadeEvent, id: string): Promise<FormValues> => {
  // A form of the browser names every day that is meant.
  const day = new Date(event.startsAt.toISOString().slice(0, 10))
  await db().registration.update({ where: { id }, data: { days: [day] } })
  const { values, held, seen } = await getOwnForm({ eventId: event.id, registrationId: id } as AttendeeKey)
  return { ...values, version: [String(held.version)], seen: [seen] }
}
const historyOf = (id: string) => db().historyEntry.findMany({ where: { subjectId: id, act: 'changed' } })
const mailsOf = (id: string) => db().outboxMail.findMany({ where: { registrationId: id } })
const past = { freezesAt: new Date('2020-01-01'), codeOfConductUrl: 'https://example.org/conduct' }

test('an organizer changes what the person cannot change any more; history says who, and that it was past the freeze', async () => {
  const event = await makeEvent({ ...past, activities: [{ key: 'tour', closesAt: new Date('2020-01-01') }] })
  const key = keyFor(event)
  const { id } = await makeRegistration(event)
  const form = await formOf(event, id)
  const posted = { ...form, organization: ['Example Works'], activities: ['tour'] }
  const answer = await changeOnBehalf(key, id, posted, true)
  expect(answer).toEqual({ ok: true, value: { changed: ['organization', 'activities'] } })
  expect(await historyOf(id)).toMatchObject([
    {
      actorKind: 'user',
      actorId: key.userId,
      facts: { fields: ['organization', 'activities'], isTold: true, isPastFreeze: true },
    },
  ])
  expect((await mailsOf(id)).map(({ kind }) => kind)).toEqual(['changed'])
  expect(await db().consent.count({ where: { registrationId: id, kind: 'code_of_conduct' } })).toBe(0)
  expect(await changeOnBehalf(key, id, await formOf(event, id), true)).toMatchObject({
    value: { changed: [] },
  })
  expect(await historyOf(id)).toHaveLength(1)
})

test('without a mail the person is not written to; the address stays, whatever is posted', async () => {
  const event = await makeEvent()
  const { id, email } = await makeRegistration(event)
  const posted = { ...(await formOf(event, id)), name: ['Ada Other'], email: ['eve@example.org'] }
  await changeOnBehalf(keyFor(event), id, posted, false)
  expect(await db().registration.findUniqueOrThrow({ where: { id } })).toMatchObject({
    name: 'Ada Other',
    email,
  })
  expect(await mailsOf(id)).toEqual([])
})

test('allergies are neither shown nor changed on behalf: reading them is a deed of its own', async () => {
  const event = await makeEvent({ allergiesHint: 'Tell us.' })
  const key = keyFor(event)
  const { id } = await makeRegistration(event, { allergies: 'walnuts' })
  const form = await findFormOf(key, id)
  expect(form!.offer.event.allergiesHint).toBeNull()
  expect(JSON.stringify({ ...form, held: null })).not.toContain('walnuts')
  const posted = { ...form!.values, version: [String(form!.held.version)], seen: [form!.seen], name: ['Ada'] }
  expect(await changeOnBehalf(key, id, { ...posted, allergies: ['none'] }, false)).toMatchObject({ ok: true })
  expect(await db().allergyNote.findFirst({ where: { registrationId: id } })).toMatchObject({
    text: 'walnuts',
  })
  expect(await findFormOf(keyFor(await makeEvent()), id)).toBeNull()
})

test('nobody learns by a guess, or by what changed meanwhile, what somebody cannot eat', async () => {
  const event = await makeEvent({ allergiesHint: 'Tell us.' })
  const key = keyFor(event)
  const { id } = await makeRegistration(event, { allergies: 'walnuts' })
  const guess = sealForm({ allergies: ['walnuts'] })
  const form = await findFormOf(key, id)
  expect(form!.seen).toContain('name=')
  expect(form!.seen).not.toContain(guess)
  const posted = { ...form!.values, version: [String(form!.held.version)], seen: [form!.seen] }
  await db().allergyNote.updateMany({ where: { registrationId: id }, data: { text: 'nuts' } })
  await db().registration.update({ where: { id }, data: { version: { increment: 1 } } })
  expect(await changeOnBehalf(key, id, { ...posted, name: ['Ada'] }, false)).toMatchObject({ ok: true })
  expect(await db().allergyNote.findFirst({ where: { registrationId: id } })).toMatchObject({ text: 'nuts' })
  const late = await changeOnBehalf(key, id, { ...posted, name: ['Bo'] }, false)
  expect(late).toMatchObject({ refusal: 'changed_meanwhile', changed: ['name', 'days'] })
  expect(JSON.stringify(late)).not.toContain('nuts')
})

test('of two who change at once the second is told what changed, and nothing is lost', async () => {
  const event = await makeEvent()
  const { id } = await makeRegistration(event)
  const form = await formOf(event, id)
  const [one, two] = await Promise.all([
    changeOnBehalf(keyFor(event), id, { ...form, organization: ['One'] }, false),
    changeOnBehalf(keyFor(event), id, { ...form, organization: ['Two'] }, false),
  ])
  const refused = [one, two].filter(({ ok }) => !ok)
  expect(refused).toMatchObject([{ refusal: 'changed_meanwhile', changed: ['organization'] }])
  const kept = one.ok ? 'One' : 'Two'
  expect(await db().registration.findUniqueOrThrow({ where: { id } })).toMatchObject({ organization: kept })
})

test('places are respected, a preference that was never asked may stay open, and strangers do not exist', async () => {
  const event = await makeEvent({ waiting: 'off', activities: [{ key: 'tour', size: 0 }] })
  const key = keyFor(event)
  const { id } = await makeRegistration(event, { photo: 'not_asked', source: 'import' })
  const form = await formOf(event, id)
  expect(await changeOnBehalf(key, id, { ...form, activities: ['tour'] }, true)).toMatchObject({
    refusal: 'wrong_answers',
    problems: { activities: 'activity_full' },
  })
  expect(await changeOnBehalf(key, id, { ...form, organization: ['X'] }, true)).toMatchObject({ ok: true })
  expect(await db().registration.findUniqueOrThrow({ where: { id } })).toMatchObject({ photo: 'not_asked' })
  const other = await makeEvent()
  expect(await changeOnBehalf(keyFor(other), id, form, true)).toEqual({
    ok: false,
    refusal: 'unknown_registration',
  })
  const gone = await makeRegistration(event, { status: 'cancelled' })
  expect(await changeOnBehalf(key, gone.id, form, true)).toEqual({ ok: false, refusal: 'over' })
})
