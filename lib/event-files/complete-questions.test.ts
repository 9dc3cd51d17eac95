import { expect, test } from 'vitest'
import { parseEventFile } from './parse-event-file'

const six = `title: Test
slug: test
timezone: Europe/Berlin
starts: 2026-04-16T09:30
ends: 2026-04-16T19:00
contacts: [{ role: organizers, email: team@example.org }]
questions:
`
const earlier = `  - { key: drives, label: { en: Do you drive? }, type: yes_no }
  - { key: size, label: { de: Größe }, type: choice, options: [S, "2024"] }
  - { key: tools, label: { en: Tools }, type: multi_choice, options: [saw, drill] }
  - { key: seats, label: { en: Seats }, type: number }
  - { key: day, label: { en: Day }, type: date }
  - { key: city, label: { en: City }, type: text }
`
const last = (rest: string) => `${six}${earlier}  - { key: last, label: { en: Last }, type: text, ${rest} }\n`
const sentences = (text: string) => {
  const parsed = parseEventFile(text)
  return parsed.ok ? [] : parsed.problems.map(({ path, sentence }) => `${path}: ${sentence}`)
}

test.each<[string, unknown]>([
  ['drives: true', { drives: true }],
  ['drives: yes', { drives: true }],
  ['drives: no', { drives: false }],
  ['size: S', { size: 'S' }],
  ['size: 2024', { size: '2024' }],
  ['tools: saw', { tools: 'saw' }],
  ['seats: 2.5', { seats: 2.5 }],
  ['day: 2026-04-16', { day: '2026-04-16' }],
  ['city: " Köln "', { city: 'Köln' }],
  ['drives: yes, seats: 2', { drives: true, seats: 2 }],
])('a condition waits for an answer that can be given: %s', (when, means) => {
  const parsed = parseEventFile(last(`when: { ${when} }`))
  expect(parsed.ok && parsed.file.questions.at(-1)?.when).toEqual(means)
})

test.each([
  ['drives: 1', 'questions.6.when.drives: “drives” is answered with yes or no, never with “1”'],
  ['size: M', 'questions.6.when.size: “size” has no option “M”'],
  ['tools: true', 'questions.6.when.tools: “tools” has no option “true”'],
  ['seats: many', 'questions.6.when.seats: “seats” is answered with a number, not “many”'],
  ['day: 2026-02-30', 'questions.6.when.day: “day” is answered with a date, such as 2026-04-16'],
  ['city: ""', 'questions.6.when.city: nobody can answer “city” with that'],
  ['other: S', 'questions.6.when.other: there is no other question “other” before this one'],
  ['last: S', 'questions.6.when.last: there is no other question “last” before this one'],
])('a condition that nobody can meet is a mistake: %s', (when, sentence) => {
  expect(sentences(last(`when: { ${when} }`))).toEqual([sentence])
})

test('a question may not wait for one that is asked after it', () => {
  const first = '  - { key: first, label: { en: First }, type: text, when: { drives: true } }\n'
  expect(sentences(`${six}${first}${earlier}`)).toEqual([
    'questions.0.when.drives: “drives” is asked after this one; put it before',
  ])
})

test('a question needs a label, a choice different options, and every question a key of its own', () => {
  const text = `${six}  - { key: a, label: {}, type: text }
  - { key: a, label: { en: A }, type: choice }
  - { key: c, label: { en: C }, type: multi_choice, options: [x, y, x] }
`
  expect(sentences(text)).toEqual([
    'questions.0.label: needs a text in en or de',
    'questions.1: the key “a” is taken in this list; give this one a key of its own',
    'questions.1.type: a choice needs options',
    'questions.2.options.2: “x” is there already; take it out',
  ])
})

test('what says nothing is left out, and a code is kept', () => {
  const parsed = parseEventFile(last('when: {}, options: [], access_code: speakers, at_check_in: true'))
  expect(parsed.ok && parsed.file.questions.at(-1)).toEqual({
    key: 'last',
    label: { en: 'Last' },
    type: 'text',
    required: false,
    presence: 'both',
    at_check_in: true,
    access_code: 'speakers',
  })
})
