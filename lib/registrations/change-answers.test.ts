import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { historyOf, mailKindsTo, standingOf } from '@/prisma/factories/lines'
import { join, ownForm, saveForm, takenOf } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { cancelMine } from './cancel'
import { confirmAddress } from './confirm-address'
import type { FormValues } from './read-form'
import { setPhotoPreference } from './set-photo-preference'

useTestDatabase()

const nights = ['2027-04-15', '2027-04-16']
const rooms = (size: number) => ({ '2027-04-15': size, '2027-04-16': size })
const hotel = (size: number, second = size) => ({
  key: 'ibis',
  name: 'ibis',
  roomTypes: [
    { key: 'single', name: 'Single', nights: rooms(size) },
    { key: 'double', name: 'Double', nights: rooms(second) },
  ],
})
const lunch = (size: number | null) => ({
  key: 'lunch',
  title: 'Lunch',
  options: [
    { key: 'chili', name: 'Chili', size },
    { key: 'soup', name: 'Soup', size },
  ],
})
const walkAlone = { key: 'walk', presence: 'both', alone: true } as const
const done = (...changed: string[]) => ({ ok: true, value: { changed } })
const wrong = (problems: object) => ({ ok: false, refusal: 'wrong_answers', problems })

test('everything can be said anew: places are traded, facts replaced, old and new are in the mail, only names in history', async () => {
  const event = await makeEvent({
    allergiesHint: '',
    activities: [{ key: 'walk' }, { key: 'tour' }],
    meals: [lunch(5)],
    hotels: [hotel(2)],
  })
  const ada = await join(event, {
    ...{ activities: ['walk'], 'meal.lunch': ['chili'], stay: ['ibis.single'], nights: [nights[0]!] },
    ...{ diet: ['vegan'], listed: ['on'] },
  })
  const answer = await change(ada, {
    ...{ name: ['Ada Other'], organization: ['Works'], activities: ['tour'], 'meal.lunch': ['soup'] },
    ...{ nights, diet: ['none'], photo: ['no_camera'], accessibility: ['A ramp'], listed: [] },
    ...{ allergies: ['Walnuts'], allergiesConsent: ['on'] },
  })
  expect(answer.ok && answer.value.changed.toSorted()).toEqual(
    [
      ...['accessibility', 'activities', 'allergies', 'allergiesConsent', 'diet', 'listed', 'meal.lunch'],
      ...['name', 'nights', 'organization', 'photo'],
    ].toSorted(),
  )
  expect(await ownForm(ada)).toMatchObject({
    ...{ name: ['Ada Other'], activities: ['tour'], 'meal.lunch': ['soup'], nights, diet: ['none'] },
    ...{ photo: ['no_camera'], allergies: ['Walnuts'], stay: ['ibis.single'], version: ['2'] },
  })
  expect(await takenOf(event)).toEqual({ on_site: 1, remote: 0, activity: 1, option: 1, night: 2 })
  const mail = await db().outboxMail.findFirstOrThrow({ where: { kind: 'changed' } })
  const { changes } = mail.facts as { changes: { what: string; from: string; to: string }[] }
  const said = Object.fromEntries(changes.map(({ what, from, to }) => [what, [from, to]]))
  expect(said).toMatchObject({
    'Name on your badge': ['Ada Sample', 'Ada Other'],
    Lunch: ['Chili', 'Soup'],
    Nights: ['Thu 15 Apr', 'Thu 15 Apr, Fri 16 Apr'],
    'Public list': ['may name you', 'nothing'],
    Allergies: [null, null],
  })
  expect(JSON.stringify(mail.facts)).not.toMatch(/Walnuts|ramp/)
  const line = (await historyOf({ id: ada.registrationId })).at(-1)!
  expect(line).toMatchObject({ act: 'changed', actorKind: 'attendee' })
  expect(JSON.stringify(line)).not.toMatch(/Walnuts|Other|soup|ramp/)
  expect(await consentsOf(ada)).toMatchObject({ allergies: 'given', listed: 'withdrawn' })
})

test('sending the same again changes nothing and writes to nobody', async () => {
  const event = await makeEvent({ activities: [{ key: 'walk', size: 1 }], hotels: [hotel(1)] })
  const ada = await join(event, { activities: ['walk'], stay: ['ibis.single'], nights })
  expect(await change(ada, {})).toEqual(done())
  expect(await ownForm(ada)).toMatchObject({ version: ['1'] })
  expect(await mailKindsTo({ id: ada.registrationId })).toEqual(['confirmed'])
})

describe('what is full', () => {
  test('is not traded for: the old stays, the sentence stands at its control, and nothing else of the edit is written', async () => {
    const event = await makeEvent({ meals: [lunch(1)], hotels: [hotel(1)], activities: [{ key: 'walk' }] })
    const ada = await join(event, { stay: ['ibis.single'], nights: [nights[0]!], 'meal.lunch': ['chili'] })
    await join(event, { stay: ['ibis.single'], nights: [nights[1]!], 'meal.lunch': ['soup'] })
    const before = await snapshot(ada)
    const free = { name: ['Ada Other'], activities: ['walk'] }
    expect(await change(ada, { ...free, nights })).toEqual(wrong({ nights: 'night_full' }))
    expect(await change(ada, { ...free, 'meal.lunch': ['soup'] })).toEqual(
      wrong({ 'meal.lunch': 'option_full' }),
    )
    expect(await snapshot(ada)).toEqual(before)
  })

  test('another kind of room is held before the one before is given back', async () => {
    const event = await makeEvent({ hotels: [hotel(1, 1)] })
    const ada = await join(event, { stay: ['ibis.single'], nights: [nights[0]!] })
    const bo = await join(event, { stay: ['ibis.double'], nights: [nights[0]!] })
    expect(await change(ada, { stay: ['ibis.double'] })).toEqual(wrong({ nights: 'night_full' }))
    await cancelMine(bo)
    expect(await change(ada, { stay: ['ibis.double'] })).toEqual(done('stay'))
    expect(await takenOf(event)).toMatchObject({ night: 1 })
  })

  test('is waited for, when nothing is given up for it; what is given up goes to the line at once', async () => {
    const event = await makeEvent({
      activities: [
        { key: 'walk', size: 1 },
        { key: 'tour', size: 1 },
      ],
    })
    const [ada, bo] = [
      await join(event, { activities: ['walk'] }),
      await join(event, { activities: ['tour'] }),
    ]
    expect(await change(ada, { activities: ['walk', 'tour'] })).toEqual(done('activities'))
    expect(await claimStates(ada)).toEqual({ event: 'held', walk: 'held', tour: 'waiting' })
    expect(await change(bo, { activities: [] })).toEqual(done('activities'))
    expect(await claimStates(ada)).toEqual({ event: 'held', walk: 'held', tour: 'held' })
    expect(await mailKindsTo({ id: ada.registrationId })).toEqual(['confirmed', 'changed', 'promoted'])
  })

  test('without a waiting list it is refused', async () => {
    const event = await makeEvent({ waiting: 'off', activities: [{ key: 'walk', size: 1 }] })
    await join(event, { activities: ['walk'] })
    const ada = await join(event)
    expect(await change(ada, { activities: ['walk'] })).toEqual(wrong({ activities: 'activity_full' }))
  })
})

describe('on site and remote', () => {
  test('switching gives everything of the place back and forgets it, allergies and consent too', async () => {
    const event = await makeEvent({
      ...{ onSite: 1, meals: [lunch(1)], hotels: [hotel(1)] },
      ...{ allergiesHint: '', isLegalNameRequired: true },
    })
    const ada = await join(event, {
      ...{ legalName: ['Ada Legal'], 'meal.lunch': ['chili'], stay: ['ibis.single'], nights },
      ...{ diet: ['vegan'], allergies: ['Walnuts'], allergiesConsent: ['on'] },
    })
    const bo = await join(event, { legalName: ['Bo Legal'] })
    expect((await change(ada, { presence: ['remote'] })).ok).toBe(true)
    expect(await takenOf(event)).toEqual({ on_site: 1, remote: 1, option: 0, night: 0 })
    expect(await standingOf({ id: bo.registrationId })).toMatchObject({ status: 'confirmed' })
    const { version, seen, ...left } = await ownForm(ada)
    expect(Object.keys(left).sort()).toEqual(['days', 'email', 'name', 'presence'])
    expect(await consentsOf(ada)).toMatchObject({ allergies: 'withdrawn' })
    expect(await change(ada, { presence: ['on_site'], photo: ['fine'], legalName: ['Ada Legal'] })).toEqual(
      wrong({ presence: 'presence_full' }),
    )
    expect(await takenOf(event)).toMatchObject({ on_site: 1, remote: 1 })
  })

  test('whoever waits for the hall leaves the line for what lies beside it, and has that now', async () => {
    const event = await makeEvent({ onSite: 1, activities: [{ key: 'walk', alone: true, size: 1 }] })
    await join(event)
    const ada = await join(event, { activities: ['walk'] })
    expect(await claimStates(ada)).toEqual({ event: 'waiting', walk: 'wished' })
    expect(await change(ada, { presence: ['activity_only'] })).toMatchObject({ ok: true })
    expect(await standingOf({ id: ada.registrationId })).toMatchObject({
      status: 'confirmed',
      activity: 'held',
    })
  })
})

test.each([
  ['waitlisted', {}],
  ['pending_approval', { isApprovalRequired: true }],
] as const)('somebody %s wishes otherwise without taking anything', async (status, options) => {
  const event = await makeEvent({ onSite: 1, activities: [{ key: 'walk' }], hotels: [hotel(1)], ...options })
  if (status === 'waitlisted') await join(event)
  const ada = await join(event)
  const taken = await takenOf(event)
  expect((await change(ada, { activities: ['walk'], stay: ['ibis.single'], nights })).ok).toBe(true)
  expect((await change(ada, { nights: [nights[0]!] })).ok).toBe(true)
  expect(await standingOf({ id: ada.registrationId })).toMatchObject({
    status,
    activity: 'wished',
    stay: 'wished',
  })
  expect(await takenOf(event)).toEqual(taken)
})

describe('when not', () => {
  const hour = 3_600_000
  test('after the freeze date, by default when registering closes, and for whoever has cancelled', async () => {
    const event = await makeEvent({ freezesAt: new Date(Date.now() + hour) })
    const [ada, bo] = [await join(event), await join(event)]
    await cancelMine(bo)
    expect(await change(bo, { name: ['Bo'] })).toEqual({ ok: false, refusal: 'over' })
    const past = { freezesAt: new Date(Date.now() - hour) }
    await db().event.update({ where: { id: event.id }, data: past })
    expect(await change(ada, { name: ['Bo'] })).toEqual({ ok: false, refusal: 'frozen' })
    const closed = { freezesAt: null, closesAt: new Date(Date.now() - hour) }
    await db().event.update({ where: { id: event.id }, data: closed })
    expect(await change(ada, { name: ['Bo'] })).toEqual({ ok: false, refusal: 'frozen' })
    expect(await ownForm(ada)).toMatchObject({ name: ['Ada Sample'] })
  })

  test('somebody else changed it meanwhile: told which answers, and nothing is overwritten', async () => {
    const event = await makeEvent()
    const ada = await join(event)
    const [mine, theirs] = [await ownForm(ada), await ownForm(ada)]
    await saveForm(ada, { ...theirs, organization: ['Works'] })
    const desk = { eventId: event.id, userId: ada.registrationId, tokenId: null } as never
    await setPhotoPreference(desk, ada.registrationId, 'no_camera')
    const answer = await saveForm(ada, { ...mine, name: ['Ada Other'] })
    expect(answer).toMatchObject({ ok: false, refusal: 'changed_meanwhile', version: 3 })
    expect(!answer.ok && 'changed' in answer && answer.changed.toSorted()).toEqual(['organization', 'photo'])
    expect(await ownForm(ada)).toMatchObject({ name: ['Ada Sample'], organization: ['Works'] })
    expect(await saveForm(ada, { name: ['Ada Other'], presence: ['on_site'] })).toMatchObject({
      refusal: 'changed_meanwhile',
    })
  })

  test('a place that came meanwhile changed no answer, so saving goes on', async () => {
    const event = await makeEvent({ onSite: 1 })
    const [bo, ada] = [await join(event), await join(event)]
    const form = await ownForm(ada)
    await cancelMine(bo)
    expect(await saveForm(ada, { ...form, organization: ['Works'] })).toEqual(done('organization'))
  })
})

test('who is to be approved takes nothing by changing their mind, not even before their address is confirmed', async () => {
  const event = await makeEvent({ isEmailConfirmed: true, isApprovalRequired: true, activities: [walkAlone] })
  const ada = await join(event, { presence: ['activity_only'], activities: ['walk'] })
  expect((await change(ada, { presence: ['on_site'], photo: ['fine'] })).ok).toBe(true)
  expect(await claimStates(ada)).toEqual({ event: 'wished', walk: 'wished' })
  expect((await change(ada, { presence: ['activity_only'] })).ok).toBe(true)
  expect(await claimStates(ada)).toEqual({ walk: 'wished' })
  expect(await confirmAddress(ada)).toEqual({ ok: true, value: { isNew: true, status: 'pending_approval' } })
})

test('the address, codes of what somebody is in, and closed activities are no reason to refuse', async () => {
  const event = await makeEvent({
    accessCode: 'open',
    activities: [
      { key: 'walk', accessCode: 'open' },
      { key: 'secret', accessCode: 'other' },
    ],
  })
  const ada = await join(event, { accessCode: ['open'], activities: ['walk'] })
  await db().activity.updateMany({ where: { key: 'walk' }, data: { closesAt: new Date(0) } })
  const other = { name: ['Ada Other'], email: ['evil@example.org'], activities: [] }
  expect(await change(ada, { ...other, invitation: ['anything'] })).toEqual(done('name'))
  expect(await claimStates(ada)).toEqual({ event: 'held', walk: 'held' })
  expect(await change(ada, { activities: ['secret'], invitation: ['anything'] })).toEqual(
    wrong({ activities: 'not_offered' }),
  )
})

async function change(key: AttendeeKey, values: FormValues) {
  return await saveForm(key, { ...(await ownForm(key)), ...values })
}

async function claimStates({ registrationId, eventId }: AttendeeKey) {
  const activities = await db().activity.findMany({ where: { eventId } })
  const claims = await db().claim.findMany({ where: { registrationId } })
  const nameOf = (id: string) => activities.find((one) => one.id === id)?.key ?? 'event'
  return Object.fromEntries(claims.map(({ subjectId, state }) => [nameOf(subjectId), state]))
}

async function consentsOf({ registrationId }: AttendeeKey) {
  const rows = await db().consent.findMany({ where: { registrationId } })
  return Object.fromEntries(rows.map(({ kind, withdrawnAt }) => [kind, withdrawnAt ? 'withdrawn' : 'given']))
}

const snapshot = async (key: AttendeeKey) => ({
  form: await ownForm(key),
  taken: await takenOf({ id: key.eventId }),
  claims: await db().claim.findMany({ where: { eventId: key.eventId }, orderBy: { id: 'asc' } }),
  mails: await mailKindsTo({ id: key.registrationId }),
})

describe('a room of two', () => {
  test('is left to the other by whoever needs none, and not traded away under them', async () => {
    const event = await makeEvent({
      hotels: [
        {
          key: 'ibis',
          name: 'ibis',
          roomTypes: [{ key: 'double', name: 'Double', beds: 2, nights: rooms(2) }],
        },
      ],
    })
    const stay = { nights: [nights[0]!] }
    const [ada, bo] = [await join(event, stay), await join(event, stay)]
    await share(ada, bo)
    expect(await change(ada, { nights })).toEqual(wrong({ nights: 'shared_room' }))
    expect((await change(ada, { presence: ['remote'] })).ok).toBe(true)
    expect(await standingOf({ id: bo.registrationId })).toMatchObject({ stay: 'held' })
    expect(await takenOf(event)).toMatchObject({ night: 1 })
    expect(await mailKindsTo({ id: bo.registrationId })).toContain('room_parted')
  })
})

/** As if both had named each other: the guest's claim gives its room back. */
async function share(host: AttendeeKey, guest: AttendeeKey) {
  const { eventId } = host
  const claim = { registrationId: guest.registrationId, kind: 'stay' } as const
  const places = await db().claimPlace.findMany({ where: { claim } })
  await db().claimPlace.deleteMany({ where: { claim } })
  await db().pool.updateMany({
    where: { id: { in: places.map(({ poolId }) => poolId) } },
    data: { taken: { decrement: 1 } },
  })
  const pair = { hostId: host.registrationId, guestId: guest.registrationId }
  await db().roomShare.create({ data: { ...pair, eventId, pairedAt: new Date() } })
}
