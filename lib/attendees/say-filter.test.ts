import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeQuestions } from '@/prisma/factories/questions'
import { getOfferFor } from '../registrations/queries'
import type { EventOffer } from '../registrations/schema'
import { listPhrases, sayFilter } from './say-filter'
import { attendeeFilter } from './schema'

useTestDatabase()

let event: MadeEvent
let offer: EventOffer
beforeAll(async () => {
  event = await makeEvent({
    activities: [{ key: 'tour', title: 'Tour of the halls' }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
    hotels: [
      {
        key: 'ibis',
        name: 'ibis',
        roomTypes: [{ key: 'double', name: 'Double', nights: { '2027-04-15': 3 } }],
      },
    ],
  })
  await makeQuestions(event.id, [
    { key: 'size', type: 'choice', options: ['M', 'L'], labels: { en: 'Shirt', de: 'Hemd' } },
    { key: 'talk', labels: { en: 'Talk' } },
    { key: 'drives', type: 'yes_no', labels: { en: 'Drives' } },
  ])
  offer = await getOfferFor({ eventId: event.id })
})

const inWords = (asked: Record<string, string | string[]>, language: 'en' | 'de' = 'en') =>
  sayFilter(attendeeFilter.parse(asked), { offer, language })

test('all of a filter is said at once, several values of one thing as a choice', () => {
  expect(inWords({ arrivedIn: '2027-04-16T23' })).toBe('arrived on Fri 16 Apr between 23:00 and 00:00')
  expect(inWords({})).toBe('everybody, in every state')
  expect(inWords({ status: ['confirmed', 'waitlisted'], diet: 'vegan', room: 'held', arrived: 'no' })).toBe(
    'State: Confirmed or Waiting AND Diet: Vegan AND Room: held AND has not arrived',
  )
  expect(inWords({ diet: ['vegan', 'nut_free'] })).toBe('Diet: Vegan AND Nut-free')
  expect(inWords({ status: 'live', language: 'de' }, 'de')).toBe(
    'Stand: Alle Angemeldeten UND Sprache: Deutsch',
  )
})

test('things of the event are called as the event calls them', () => {
  const [{ options }] = event.meals as [MadeEvent['meals'][number]]
  const [{ roomTypes }] = event.hotels as [MadeEvent['hotels'][number]]
  expect(inWords({ activity: 'tour', standing: 'waiting', option: options[0]!.id })).toBe(
    'Activity: Tour of the halls AND Meal: Lunch: Chili AND stands in line',
  )
  expect(inWords({ hotel: 'ibis', roomType: roomTypes[0]!.id, night: '2027-04-15' })).toBe(
    'Hotel: ibis AND Room type: ibis, Double AND Night of: Thu 15 Apr',
  )
  expect(inWords({ place: event.onSite.id })).toBe('Place: on site')
  expect(inWords({ place: roomTypes[0]!.nights[0]!.poolId })).toBe('Place: ibis, Double, Thu 15 Apr')
  expect(inWords({ activity: 'gone-with-the-wind' })).toBe('Activity: something that is there no more')
})

test('answers are told by their question', () => {
  expect(inWords({ 'answer.size': ['M', 'L'], 'answer.drives': 'yes', unanswered: 'talk' }, 'de')).toBe(
    'Nicht beantwortet: Talk UND Hemd: M oder L UND Drives: Ja',
  )
})

test('the history learns that something was searched, not what', () => {
  const filter = attendeeFilter.parse({
    q: 'Ada',
    'answer.talk': 'Ada',
    'answer.size': 'M',
    from: '2027-01-01',
  })
  expect(sayFilter(filter, { offer, language: 'en', isDiscreet: true })).toBe(
    'found by a search AND registered on Fri 1 Jan or later AND Talk: found by a search AND Shirt: M',
  )
  expect(sayFilter(filter, { offer, language: 'en' })).toContain('found by “Ada”')
})

test('every filter has words in both languages', () => {
  const words: Record<string, string[]> = {
    reason: ['person', 'erased'],
    standing: ['held', 'waiting', 'wished'],
    room: ['wished', 'waiting', 'held', 'confirmed', 'released', 'undecided'],
    waiting: ['event', 'activity', 'stay', 'option'],
    mail: ['waiting', 'failed'],
    photo: ['fine', 'no_camera', 'not_asked'],
    source: ['form', 'organizer', 'import', 'walk_in'],
    presence: ['on_site', 'remote', 'activity_only'],
    diet: ['none', 'unsaid'],
    tag: ['speaker'],
    q: ['someone'],
    day: ['2027-04-16'],
  }
  for (const name of ['sharing', 'offered', 'listed', 'needs', 'arrived', 'coming', 'note'])
    words[name] = ['yes', 'no']
  for (const name of ['from', 'to']) words[name] = ['2027-04-16']
  for (const [name, values] of Object.entries(words)) {
    for (const value of values) {
      const filter = attendeeFilter.parse({ [name]: value })
      for (const language of ['en', 'de'] as const)
        expect(listPhrases(filter, { offer, language })).toMatchObject([{ name, text: expect.any(String) }])
    }
  }
})
