import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent, makePool } from '@/prisma/factories/events'
import { checkAnswers } from './check-answers'
import { getOfferFor } from './queries'
import { type FormValues, readForm } from './read-form'
import type { EventOffer } from './schema'

useTestDatabase()

const at = (day: string, time = '09:30') => new Date(`${day}T${time}:00+02:00`)
const now = at('2027-03-01')
const someday = { startsAt: at('2027-04-16'), endsAt: at('2027-04-17', '16:00') }
const nights = { '2027-04-15': 2, '2027-04-16': 2 }
const single = { key: 'single', name: 'Single', nights }
const shared = { key: 'twin', name: 'Twin', beds: 2, nights: { '2027-04-15': 1 } }

let offer: EventOffer
beforeAll(async () => {
  const { id } = await makeEvent({
    ...someday,
    allergiesHint: 'The kitchen would like to know.',
    activities: [
      { key: 'evening', presence: 'both', alone: true },
      { key: 'tour', presence: 'on_site' },
      { key: 'early', presence: 'both', closesAt: at('2027-02-01') },
    ],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
    hotels: [
      { key: 'ibis', name: 'ibis', roomTypes: [single] },
      { key: 'inn', name: 'Inn', mode: 'none', roomTypes: [] },
    ],
  })
  for (const day of ['2027-04-16', '2027-04-17']) await makePool(id, 'day', 10, day)
  offer = await getOfferFor({ eventId: id })
})

test('who names no day comes on all of them, and one wish holds the hall and every day', () => {
  const { days, wishes } = answersTo({})
  expect(days).toEqual(['2027-04-16', '2027-04-17'])
  expect(wishes).toEqual([
    { kind: 'event', subjectId: offer.event.id, pools: [poolOf('on_site'), ...dayPools()], mayWait: true },
  ])
})

test('days are taken once each, in the order of the calendar', () => {
  const { days, wishes } = answersTo({ days: ['2027-04-17', '2027-04-17'] })
  expect(days).toEqual(['2027-04-17'])
  expect(wishes[0]!.pools).toEqual([poolOf('on_site'), dayPools()[1]])
})

test('remote people need no photo and get no meal, bed or day, however much was left ticked', () => {
  const left = {
    'meal.lunch': ['gone'],
    nights: ['1999-01-01'],
    stay: ['nowhere.at-all'],
    allergies: ['celery'],
  }
  const answers = answersTo({ ...left, presence: ['remote'], photo: [], activities: ['evening', 'tour'] })
  expect(answers).toMatchObject({ meals: [], stay: null, allergies: null })
  expect(answers.wishes.map(({ kind, pools }) => [kind, pools])).toEqual([
    ['event', [poolOf('remote')]],
    ['activity', [activity('evening').poolId]],
  ])
})

test('who comes for one activity alone takes no place in the hall, and has to say for which', () => {
  const alone = { presence: ['activity_only'], photo: [] }
  const { wishes } = answersTo({ ...alone, activities: ['evening', 'evening'] })
  expect(wishes.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['activity', activity('evening').id],
  ])
  expect(problemsWith({ ...alone })).toEqual({ activities: 'missing' })
  expect(problemsWith({ ...alone, activities: ['tour'] })).toEqual({ activities: 'missing' })
})

test('everything wished becomes a wish of its own; a dish cannot be waited for', () => {
  const answers = answersTo({
    activities: ['tour'],
    'meal.lunch': ['chili'],
    nights: ['2027-04-16', '2027-04-15', '2027-04-16'],
    roommate: ['Bo Example'],
  })
  expect(answers.wishes.map(({ kind, mayWait, pools }) => [kind, mayWait, pools.length])).toEqual([
    ['event', true, 3],
    ['activity', true, 1],
    ['stay', true, 2],
    ['option', false, 1],
  ])
  expect(answers.meals).toMatchObject([{ label: 'Lunch: Chili' }])
  expect(answers.stay).toMatchObject({ nights: ['2027-04-15', '2027-04-16'], roommate: null })
})

test.each<[string, FormValues, Record<string, string>]>([
  ['a photo answer on site', { photo: [] }, { photo: 'missing' }],
  ['no day outside the event', { days: ['2027-04-18'] }, { days: 'not_offered' }],
  ['no unknown activity', { activities: ['dance'] }, { activities: 'not_offered' }],
  ['no activity that has closed', { activities: ['early'] }, { activities: 'activity_closed' }],
  ['no unknown meal', { 'meal.brunch': ['chili'] }, { 'meal.brunch': 'not_offered' }],
  ['no unknown dish', { 'meal.lunch': ['steak'] }, { 'meal.lunch': 'not_offered' }],
  ['no name every object has', { 'meal.constructor': ['name'] }, { 'meal.constructor': 'not_offered' }],
  ['no night without rooms', { nights: ['2027-04-15', '2027-04-17'] }, { nights: 'night_without_rooms' }],
  ['no unknown room', { nights: ['2027-04-15'], stay: ['ibis.suite'] }, { stay: 'not_offered' }],
  [
    'no hotel that is only recommended',
    { nights: ['2027-04-15'], stay: ['inn.single'] },
    { stay: 'not_offered' },
  ],
  ['no allergies without consent', { allergies: ['celery'] }, { allergiesConsent: 'allergies_need_consent' }],
])('there is %s', (_, form, problems) => {
  expect(problemsWith(form)).toEqual(problems)
})

test('all mistakes are said at once', () => {
  expect(problemsWith({ photo: [], activities: ['dance'], nights: ['2027-04-20'] })).toEqual({
    photo: 'missing',
    activities: 'not_offered',
    nights: 'night_without_rooms',
  })
})

test('a room without a night is no stay', () => {
  expect(answersTo({ stay: ['ibis.single'] }).stay).toBeNull()
})

test('an activity can be joined until it starts, to the second', () => {
  const { startsAt } = activity('tour')
  const input = inputOf({ activities: ['tour'] })
  expect(checkAnswers(offer, input, new Date(startsAt.getTime() - 1)).ok).toBe(true)
  expect(checkAnswers(offer, input, startsAt)).toEqual({
    ok: false,
    problems: { activities: 'activity_closed' },
  })
})

test('between two kinds of rooms somebody has to choose, and only a shared one has a room-mate', async () => {
  const hotels = [{ key: 'ibis', name: 'ibis', roomTypes: [single, shared] }]
  const { id } = await makeEvent({ ...someday, hotels })
  const choice = await getOfferFor({ eventId: id })
  const form = { nights: ['2027-04-15'], roommate: ['Bo Example'] }
  expect(checkAnswers(choice, inputOf(form), now)).toEqual({
    ok: false,
    problems: { stay: 'choose_room_type' },
  })
  expect(checkAnswers(choice, inputOf({ ...form, stay: ['ibis.twin'] }), now)).toMatchObject({
    answers: { stay: { nights: ['2027-04-15'], roommate: 'Bo Example', choice: { value: 'ibis.twin' } } },
  })
})

test('what an event demands is missed, and only from those it concerns', async () => {
  const demands = { isLegalNameRequired: true, codeOfConductUrl: 'https://example.org/conduct' }
  const { id } = await makeEvent({ ...someday, ...demands, isRemoteOffered: false })
  const strict = await getOfferFor({ eventId: id })
  const problemsOf = (form: FormValues) => checkAnswers(strict, inputOf(form), now)
  expect(problemsOf({})).toEqual({
    ok: false,
    problems: { legalName: 'missing', 'consent.code_of_conduct': 'must_agree' },
  })
  expect(problemsOf({ presence: ['remote'], 'consent.code_of_conduct': ['on'] })).toEqual({
    ok: false,
    problems: { presence: 'not_offered' },
  })
  expect(problemsOf({ presence: ['activity_only'], 'consent.code_of_conduct': ['on'] })).toMatchObject({
    problems: { presence: 'not_offered' },
  })
})

test('where nobody is asked about allergies none are kept, and without a line nobody waits', async () => {
  const { id } = await makeEvent({ ...someday, waiting: 'off', activities: [{ key: 'walk' }] })
  const plain = await getOfferFor({ eventId: id })
  const form = { allergies: ['celery'], allergiesConsent: ['on'], activities: ['walk'] }
  const checked = checkAnswers(plain, inputOf(form), now)
  expect(checked).toMatchObject({
    answers: { allergies: null, wishes: [{ mayWait: false }, { mayWait: false }] },
  })
})

const activity = (key: string) => offer.activities.find((one) => one.key === key)!
const poolOf = (kind: 'on_site' | 'remote') => offer.event.pools[kind === 'remote' ? 'remote' : 'onSite'].id
const dayPools = () => offer.event.pools.days.map(({ id }) => id)

function inputOf(form: FormValues) {
  const whole = { name: ['Ada'], email: ['ada@example.org'], presence: ['on_site'], photo: ['fine'], ...form }
  const read = readForm(whole)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.input
}

function answersTo(form: FormValues) {
  const checked = checkAnswers(offer, inputOf(form), now)
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.answers
}

function problemsWith(form: FormValues) {
  const checked = checkAnswers(offer, inputOf(form), now)
  return checked.ok ? {} : checked.problems
}
