import { describe, expect, test } from 'vitest'
import { parseEventFile } from './parse-event-file'

const read = (written: object) =>
  parseEventFile(
    JSON.stringify({
      title: 'Hackathon',
      slug: 'hackathon',
      timezone: 'Europe/Berlin',
      starts: '2031-04-16T09:30',
      ends: '2031-04-16T19:00',
      contacts: [],
      ...written,
    }),
  )
const sentences = (written: object) => {
  const parsed = read(written)
  return parsed.ok ? [] : parsed.problems.map(({ path, sentence }) => `${path}: ${sentence}`)
}

describe('reminders in a file', () => {
  test('have one spelling for one moment', () => {
    const parsed = read({ reminders: [{ before: '48h', kind: 'still_coming' }, { before: '30h' }] })
    expect(parsed.ok && parsed.file.reminders).toEqual([
      { kind: 'still_coming', before: '2d' },
      { kind: 'reminder', before: '30h' },
    ])
  })

  test.each([
    ['7', 'reminders.0.before: “7” is not a number of days or hours, such as 7d or 48h'],
    ['0d', 'reminders.0.before: “0d” is not a number of days or hours, such as 7d or 48h'],
    ['366d', 'reminders.0.before: 366d is more than a year'],
  ])('%s before is refused', (before, sentence) => {
    expect(sentences({ reminders: [{ before }] })).toEqual([sentence])
  })

  test('never meet each other', () => {
    expect(sentences({ reminders: [{ before: '2d' }, { before: '48h', kind: 'still_coming' }] })).toEqual([
      'reminders.1.before: another reminder goes out 48h before; choose another time',
    ])
  })
})

describe('own words in a file', () => {
  test('name what their kind knows, and nothing else', () => {
    const written = { waitlisted: { en: { subject: '{position}', opening: 'Hello {name}' } } }
    expect(sentences({ mails: written })).toEqual([])
    expect(sentences({ mails: { confirmed: { en: { subject: 'Number {position}' } } } })).toEqual([
      'mails.confirmed.en.subject: “{position}” is not known here; {name}, {event}, {when}, {where} are',
    ])
  })

  test('belong to a kind that exists, and never to signing in', () => {
    for (const kind of ['sign_in', 'unheard'])
      expect(sentences({ mails: { [kind]: { en: { subject: 'x' } } } })).toHaveLength(1)
  })

  test('that say nothing are not there', () => {
    const parsed = read({ mails: { confirmed: { en: {}, de: { subject: 'Hallo' } }, promoted: {} } })
    expect(parsed.ok && parsed.file.mails).toEqual({ confirmed: { de: { subject: 'Hallo' } } })
  })
})
