import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { historyOf, mailKindsTo, organizerOf, resizeTo, standingOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { db } from '../db/client'
import { newId } from '../ids'
import { approve, declineApplication } from './approve'
import { composeRegistrationMail } from './mails'
import { getOfferFor } from './queries'
import { readForm } from './read-form'
import { register } from './register'

useTestDatabase()

const userId = newId()
const isNew = { ok: true, value: { isNew: true } }
const isOld = { ok: true, value: { isNew: false } }

test('who is approved takes what is free; the rest they wait for since they registered', async () => {
  const event = await makeEvent({
    isApprovalRequired: true,
    onSite: 1,
    activities: [{ key: 'walk', size: 0 }],
  })
  const ada = await join(event, { activities: ['walk'] })
  expect(await standingOf(ada)).toMatchObject({
    status: 'pending_approval',
    event: 'wished',
    activity: 'wished',
  })
  expect(await approve(organizerOf(event, userId), ada.id)).toEqual(isNew)
  expect(await standingOf(ada)).toMatchObject({ status: 'confirmed', event: 'held', activity: 'waiting' })
  expect(await mailKindsTo(ada)).toEqual(['pending_approval', 'confirmed'])
  expect((await historyOf(ada)).at(-1)).toEqual({
    act: 'approved',
    actorKind: 'user',
    facts: { status: 'confirmed' },
  })
  expect(await db().historyEntry.findFirst({ where: { act: 'approved' } })).toMatchObject({ actorId: userId })
})

test('in a full event the approved join the line at the time they registered, not at the time of the yes', async () => {
  const event = await makeEvent({ isApprovalRequired: true, onSite: 0 })
  const [early, late] = [await join(event), await join(event)]
  const key = organizerOf(event, userId)
  await approve(key, late.id)
  await approve(key, early.id)
  expect(await standingOf(early)).toMatchObject({ status: 'waitlisted', event: 'waiting' })
  expect(await mailKindsTo(early)).toEqual(['pending_approval', 'waitlisted'])
  expect(await resizeTo(event.onSite.id, 1)).toEqual([early.id])
})

test('without a line a full event approves nobody, and they stay pending', async () => {
  const event = await makeEvent({ isApprovalRequired: true, onSite: 0, waiting: 'off' })
  const ada = await join(event)
  const full = { ok: false, refusal: 'event_full' }
  expect(await approve(organizerOf(event, userId), ada.id)).toEqual(full)
  expect(await standingOf(ada)).toMatchObject({ status: 'pending_approval', event: 'wished' })
})

test('without a line nobody goes on hoping: what is full is given up and named, only a room stays a wish', async () => {
  const event = await makeEvent({
    isApprovalRequired: true,
    waiting: 'off',
    activities: [{ key: 'walk', title: 'Walk', size: 1 }, { key: 'tour' }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili', size: 1 }] }],
    hotels: [
      { key: 'inn', name: 'Inn', roomTypes: [{ key: 'one', name: 'One', nights: { '2027-04-15': 1 } }] },
    ],
  })
  const all = { 'meal.lunch': ['chili'], stay: ['inn.one'], nights: ['2027-04-15'] }
  const first = await join(event, { activities: ['walk'], ...all })
  const ada = await join(event, { activities: ['walk', 'tour'], ...all })
  const key = organizerOf(event, userId)
  expect(await approve(key, first.id)).toEqual(isNew)
  expect(await approve(key, ada.id)).toEqual(isNew)
  expect(await standingOf(ada)).toEqual({
    ...{ status: 'confirmed', cancelReason: null, event: 'held', activity: 'held', stay: 'wished' },
  })
  expect(await db().mealChoice.findMany({ where: { registrationId: ada.id } })).toEqual([])
  const told = await db().outboxMail.findFirstOrThrow({
    where: { registrationId: ada.id, kind: 'confirmed' },
  })
  const { missed } = told.facts as { missed: string[] }
  expect(missed.map((thing) => thing.replace(/ \(.*/, '')).toSorted()).toEqual(['Lunch: Chili', 'Walk'])
  expect(composeRegistrationMail({ ...told, language: 'en' }).paragraphs.join('\n')).toContain(
    missed.join('; '),
  )
})

test('who came for one activity only is not let in when it is full and has no line', async () => {
  const event = await makeEvent({
    isApprovalRequired: true,
    waiting: 'off',
    activities: [{ key: 'walk', size: 0, alone: true }],
  })
  const ada = await join(event, { presence: ['activity_only'], photo: [], activities: ['walk'] })
  expect(await approve(organizerOf(event, userId), ada.id)).toEqual({ ok: false, refusal: 'event_full' })
  expect(await standingOf(ada)).toMatchObject({ status: 'pending_approval', activity: 'wished' })
})

test('who is declined is told once, and the registration is over', async () => {
  const event = await makeEvent({ isApprovalRequired: true })
  const ada = await join(event)
  const key = organizerOf(event, userId)
  expect(await declineApplication(key, ada.id)).toEqual(isNew)
  expect(await declineApplication(key, ada.id)).toEqual(isOld)
  expect(await standingOf(ada)).toEqual({ status: 'cancelled', cancelReason: 'declined' })
  expect(await mailKindsTo(ada)).toEqual(['pending_approval', 'declined'])
  expect(await approve(key, ada.id)).toEqual({ ok: false, refusal: 'not_pending' })
})

test.each([
  ['cancelled', { status: 'cancelled' as const }],
  ['over', { startsAt: new Date(0), endsAt: new Date(1) }],
])('nobody is let into an event that is %s', async (_, change) => {
  const event = await makeEvent({ isApprovalRequired: true })
  const ada = await join(event)
  await db().event.update({ where: { id: event.id }, data: change })
  expect(await approve(organizerOf(event, userId), ada.id)).toEqual({ ok: false, refusal: 'event_over' })
})

test('nobody decides about people of another event, or about those who are not pending', async () => {
  const [mine, other] = [await makeEvent(), await makeEvent({ isApprovalRequired: true })]
  const theirs = await join(other)
  const key = organizerOf(mine, userId)
  const unknown = { ok: false, refusal: 'unknown_registration' }
  expect(await approve(key, theirs.id)).toEqual(unknown)
  expect(await declineApplication(key, theirs.id)).toEqual(unknown)
  const unsure = await makeRegistration(mine, { status: 'unverified' })
  expect(await approve(key, unsure.id)).toEqual({ ok: false, refusal: 'not_pending' })
  const sure = await makeRegistration(mine)
  expect(await declineApplication(key, sure.id)).toEqual({ ok: false, refusal: 'not_pending' })
  expect(await approve(key, sure.id)).toEqual(isOld)
})

test('at once, two organizers decide one way, and two people get one place', async () => {
  const event = await makeEvent({ isApprovalRequired: true, onSite: 1 })
  const key = organizerOf(event, userId)
  const [ada, bo] = [await join(event), await join(event)]
  await Promise.all([ada, bo].map(({ id }) => approve(key, id)))
  const both = [await standingOf(ada), await standingOf(bo)].map(({ status }) => status)
  expect(both.toSorted()).toEqual(['confirmed', 'waitlisted'])
  for (let at = 0; at < 25; at++) {
    const cy = await join(event)
    const [yes, no] = await Promise.all([approve(key, cy.id), declineApplication(key, cy.id)])
    expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1)
    expect((await standingOf(cy)).status).toBe(yes.ok ? 'waitlisted' : 'cancelled')
    expect((await mailKindsTo(cy)).slice(1)).toEqual([yes.ok ? 'waitlisted' : 'declined'])
  }
})

async function join(event: { id: string }, form: Record<string, string[]> = {}) {
  const email = `${newId()}@example.org`
  const values = { name: ['Ada'], email: [email], presence: ['on_site'], photo: ['fine'], ...form }
  const read = readForm({ ...values, submissionId: [newId()] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const offer = await getOfferFor({ eventId: event.id })
  const answer = await register(offer, read.input, { language: 'en', networkAddress: '192.0.2.1' })
  if (!answer.ok) throw new Error(answer.refusal)
  return { id: answer.value.registrationId!, eventId: event.id }
}
