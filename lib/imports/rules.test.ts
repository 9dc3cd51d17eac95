import { expect, test } from 'vitest'
import type { EventOffer } from '../registrations/schema'
import { readRow } from './read-row'
import { mappingRefusal, proposeMapping } from './rules'
import type { Target } from './schema'

const question = (key: string, label: string, type: string, options: string[] = []) =>
  ({ key, labels: { en: label }, type, options }) as never
const offer = {
  activities: [{ key: 'tour', title: 'Data-centre tour' }],
  meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'curry', name: 'Curry (vegan)' }] }],
  hotels: [
    {
      key: 'inn',
      name: 'The Inn',
      mode: 'on_account',
      roomTypes: [
        { key: 'single', name: 'Single room', nights: [{ night: '2027-04-15' }] },
        { key: 'double', name: 'Double room', nights: [{ night: '2027-04-15' }] },
      ],
    },
  ],
  questions: [
    question('shirt', 'T-shirt size', 'choice', ['M', 'XL']),
    question('skills', 'What can you do?', 'multi_choice', ['Cooking', 'First aid, paediatric']),
    question('helper', 'Do you help?', 'yes_no'),
  ],
} as unknown as EventOffer

test('columns of pretix, Eventbrite, Tito and ours are known by their heads', () => {
  const propose = (...heads: string[]) => proposeMapping(heads, offer)
  expect(
    propose(
      'Order code',
      'E-mail',
      'Attendee name: Given name',
      'Attendee name: Family name',
      'Attendee email',
    ),
  ).toEqual(['', '', 'firstName', 'lastName', 'email'])
  expect(propose('First Name', 'Last Name', 'Email', 'Attendee Status', 'Company')).toEqual([
    'firstName',
    'lastName',
    'email',
    'status',
    'organization',
  ])
  expect(
    propose('Ticket Full Name', 'Ticket First Name', 'Ticket Last Name', 'Ticket Email', 'Order Email'),
  ).toEqual(['', 'firstName', 'lastName', 'email', ''])
  expect(propose('Name', 'Vorname', 'E-Mail-Adresse', 'Ernährung', 'T-shirt size', 'Lunch', 'Notiz')).toEqual(
    ['name', '', 'email', 'diet', 'answer.shirt', 'meal.lunch', ''],
  )
  expect(
    propose(
      'code',
      'status',
      'name',
      'email',
      'organization',
      'presence',
      'days',
      'diet',
      'photo',
      'hotel',
      'room_type',
      'nights',
      'activities',
      'meals',
      'registered_at',
      'shirt',
    ),
  ).toEqual([
    '',
    'status',
    'name',
    'email',
    'organization',
    'presence',
    'days',
    'diet',
    'photo',
    'hotel',
    'roomType',
    'nights',
    'activities',
    'meals',
    '',
    'answer.shirt',
  ])
})

test('a list needs an address and a name, and each thing once', () => {
  expect(mappingRefusal(['name', 'email', ''])).toBeNull()
  expect(mappingRefusal(['lastName', 'email'])).toBeNull()
  expect(mappingRefusal(['name', ''])).toBe('no_email')
  expect(mappingRefusal(['email'])).toBe('no_name')
  expect(mappingRefusal(['email', 'name', 'name'])).toBe('twice')
})

test('a row is read in the words of either language, and of other shops', () => {
  const row: [Target, string][] = [
    ['firstName', 'Ada'],
    ['lastName', 'Example'],
    ['email', 'Ada@Example.org'],
    ['presence', 'Vor Ort'],
    ['diet', 'Vegan, glutenfrei'],
    ['photo', 'No photos'],
    ['listed', 'Ja'],
    ['nights', '15.4.2027'],
    ['hotel', 'the inn'],
    ['roomType', 'Double Room'],
    ['activities', 'data centre tour'],
    ['meals', 'Lunch: Curry (Vegan)'],
    ['answer.shirt', 'xl'],
    ['answer.skills', 'First aid, paediatric'],
    ['answer.helper', 'nein'],
    ['language', 'Deutsch'],
    ['status', 'Paid'],
  ]
  const read = readRow(
    row.map(([, cell]) => cell),
    row.map(([target]) => target),
    offer,
  )
  expect(read).toEqual({
    values: {
      name: ['Ada Example'],
      email: ['Ada@Example.org'],
      presence: ['on_site'],
      diet: ['vegan', 'gluten_free'],
      photo: ['no_camera'],
      listed: ['on'],
      nights: ['2027-04-15'],
      stay: ['inn.double'],
      activities: ['tour'],
      'meal.lunch': ['curry'],
      'answer.shirt': ['XL'],
      'answer.skills': ['First aid, paediatric'],
      'answer.helper': ['no'],
    },
    problems: {},
    language: 'de',
    isLeftOut: false,
  })
})

test('what says nothing is not said, what cannot be understood is a problem, who cancelled there stays away', () => {
  const read = (target: Target, cell: string) => readRow([cell], [target], offer)
  expect(read('photo', 'not_asked').values).toEqual({})
  expect(read('photo', 'perhaps').problems).toEqual({ photo: 'not_offered' })
  expect(read('listed', 'maybe').problems).toEqual({ listed: 'not_offered' })
  expect(read('listed', 'no').values).toEqual({})
  expect(read('diet', 'pescetarian').values).toEqual({ diet: ['pescetarian'] })
  for (const word of ['cancelled', 'Canceled', 'storniert', 'Not Attending', 'VOID', 'refunded'])
    expect(read('status', word).isLeftOut).toBe(true)
  for (const word of ['paid', 'Attending', 'confirmed', 'bezahlt', ''])
    expect(read('status', word).isLeftOut).toBe(false)
})
