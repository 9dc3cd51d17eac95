import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FormValues, readForm } from './read-form'
import { fieldProblems } from './schema'

const ada: FormValues = { name: ['Ada Example'], email: ['ada@example.org'], presence: ['on_site'] }

test('every promised control is read, and an empty one says nothing', () => {
  const full = {
    ...ada,
    organization: ['Example Collective'],
    legalName: ['Augusta Ada Example'],
    days: ['2027-04-16', '2027-04-17'],
    activities: ['walk', 'tour'],
    'meal.lunch': ['chili'],
    'meal.dinner': [''],
    diet: ['vegan', 'nut_free'],
    allergies: ['celery\r\nmustard'],
    allergiesConsent: ['on'],
    stay: ['ibis.single'],
    nights: ['2027-04-15'],
    roommate: ['Bo Example'],
    photo: ['no_camera'],
    accessibility: ['a ramp'],
    listed: ['on'],
    'consent.code_of_conduct': ['on'],
    'consent.newsletter': [''],
    'answer.size': ['M'],
    'answer.languages': ['Rust', 'Go'],
    accessCode: ['open sesame'],
    invitation: ['a-personal-one'],
    submissionId: ['019a0000-0000-7000-8000-000000000001'],
  }
  expect(inputOf(full)).toEqual({
    name: 'Ada Example',
    email: 'ada@example.org',
    organization: 'Example Collective',
    legalName: 'Augusta Ada Example',
    presence: 'on_site',
    days: ['2027-04-16', '2027-04-17'],
    activities: ['walk', 'tour'],
    meals: { lunch: 'chili' },
    diet: ['vegan', 'nut_free'],
    allergies: 'celery\nmustard',
    allergiesConsent: true,
    stay: 'ibis.single',
    nights: ['2027-04-15'],
    roommate: 'Bo Example',
    photo: 'no_camera',
    accessibility: 'a ramp',
    listed: true,
    consents: ['code_of_conduct'],
    answers: { size: ['M'], languages: ['Rust', 'Go'] },
    accessCode: 'open sesame',
    invitation: 'a-personal-one',
    submissionId: '019a0000-0000-7000-8000-000000000001',
  })
  expect(inputOf(ada)).toMatchObject({ organization: null, photo: null, diet: [], nights: [], listed: false })
})

test('an empty form misses exactly what everybody is asked for', () => {
  expect(problemsOf({})).toEqual({ name: 'missing', email: 'missing', presence: 'missing' })
})

test.each(['A', '李', 'Null', "Miles O'Brien", 'محمد', '👩‍👩‍👧', 'x'.repeat(200), '=1+1', '<b>Bo</b>'])(
  '%s is a name',
  (name) => {
    expect(inputOf({ ...ada, name: [name] }).name).toBe(name)
  },
)

test.each([
  ['', 'missing'],
  [' \t ', 'missing'],
  ['\u200B\u2060', 'missing'],
  ['x'.repeat(201), 'too_long'],
  ['Ada\u0000', 'unreadable'],
  ['Ada\r\nBcc: all@example.org', 'unreadable'],
  ['Ada \u202Egro.elpmaxe', 'unreadable'],
  ['Ada \u2066x\u2069', 'unreadable'],
  ['Ada\u2028Example', 'unreadable'],
  ['Ada \uD83D', 'unreadable'],
])('%j is no name: %s', (name, problem) => {
  expect(problemsOf({ ...ada, name: [name] })).toEqual({ name: problem })
})

test.each([
  ['  ada@example.org ', 'ada@example.org'],
  ['ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ada@example.org'],
  ['Ada+Hall@Example.ORG', 'Ada+Hall@Example.ORG'],
  ["o'brien@example.org", "o'brien@example.org"],
])('%j is the address %s', (typed, address) => {
  expect(inputOf({ ...ada, email: [typed] }).email).toBe(address)
})

test.each([
  ['', 'missing'],
  ['ada', 'not_an_email'],
  ['ada@example', 'not_an_email'],
  ['Ada <ada@example.org>', 'not_an_email'],
  ['ada@example.org, bo@example.org', 'not_an_email'],
  ['ada@example.org\nBcc: bo@example.org', 'not_an_email'],
  ['ada\u0000@example.org', 'not_an_email'],
  ['ada@example.org\u202E', 'not_an_email'],
  [`${'a'.repeat(243)}@example.org`, 'too_long'],
])('%j is no address: %s', (email, problem) => {
  expect(problemsOf({ ...ada, email: [email] })).toEqual({ email: problem })
})

test('of several values where one is expected the first counts, and only "on" is a tick', () => {
  const input = inputOf({ ...ada, name: ['Ada', 'Bo'], listed: ['off', 'on'], allergiesConsent: ['true'] })
  expect(input).toMatchObject({ name: 'Ada', listed: false, allergiesConsent: false })
})

test('whatever was never offered anywhere is refused at its control', () => {
  const strange = {
    presence: ['astral'],
    photo: ['selfie'],
    diet: ['paleo'],
    days: ['soon'],
    nights: ['2027-02-30'],
  }
  expect(problemsOf({ ...ada, ...strange })).toEqual({
    presence: 'missing',
    photo: 'missing',
    diet: 'not_offered',
    days: 'not_offered',
    nights: 'not_offered',
  })
})

test('ticking a diet twice is having it once', () => {
  expect(inputOf({ ...ada, diet: ['vegan', 'halal', 'vegan'] }).diet).toEqual(['vegan', 'halal'])
})

test.each(['x'.repeat(101), '\u0000', "'; --", '../..', '😀', ''])('%j is no submission', (submissionId) => {
  expect(inputOf({ ...ada, submissionId: [submissionId] }).submissionId).toBeNull()
})

test('long answers keep their lines and lose everything that is not text', () => {
  expect(inputOf({ ...ada, accessibility: ['a ramp\r\n\tand a lift'] }).accessibility).toBe(
    'a ramp\n\tand a lift',
  )
  expect(problemsOf({ ...ada, allergies: ['nuts\u0007'], accessibility: ['x'.repeat(2001)] })).toEqual({
    allergies: 'unreadable',
    accessibility: 'too_long',
  })
})

test('whatever is posted, it is read or refused in words that the form knows', () => {
  const controls = [
    ...['name', 'email', 'organization', 'legalName', 'presence', 'days', 'activities', 'diet', 'allergies'],
    ...['stay', 'nights', 'roommate', 'photo', 'accessibility', 'listed', 'submissionId'],
    ...['meal.', 'meal.__proto__', 'meal.constructor', 'consent.toString', 'constructor', '__proto__'],
  ]
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('on', 'on_site', '2027-04-16', 'vegan', '\u0000', '\uD800', 'x'.repeat(3000)),
  )
  const forms = fc.array(fc.tuple(fc.constantFrom(...controls), fc.array(text, { maxLength: 3 })))
  fc.assert(
    fc.property(forms, (entries) => {
      const read = readForm({ ...ada, ...Object.fromEntries(entries) })
      if (!read.ok) expect(fieldProblems).toEqual(expect.arrayContaining(Object.values(read.problems)))
      else expect(`${read.input.name}${read.input.email}${read.input.submissionId}`).not.toMatch(/\p{Cc}/u)
    }),
    { numRuns: 1000 },
  )
})

function inputOf(values: FormValues) {
  const read = readForm(values)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.input
}

function problemsOf(values: FormValues) {
  const read = readForm(values)
  return read.ok ? {} : read.problems
}
