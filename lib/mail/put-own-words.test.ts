import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { putOwnWords, unknownPlaceholders } from './put-own-words'
import { renderLetter } from './render-letter'
import { type Letter, mailKinds, ownWordsInput } from './schema'

const letter: Letter = {
  subject: 'House subject',
  greeting: 'Hello,',
  paragraphs: ['House opening.', 'House second.'],
  actions: [],
  closing: [],
  fill: {
    name: 'Ada Example',
    event: 'Autumn Hackathon',
    when: 'Tuesday, 09:30 CET',
    where: 'House of Examples',
  },
}
const own = (subject: string | null, opening: string | null) => putOwnWords(letter, { subject, opening })

describe('an event’s own words', () => {
  test('stand in place of subject and opening, and the rest stays the house’s', () => {
    const { subject, paragraphs } = own('{name}, see you at {event}', 'We meet at { where }\n{when}.')
    expect(subject).toBe('Ada Example, see you at Autumn Hackathon')
    expect(paragraphs).toEqual(['We meet at House of Examples\nTuesday, 09:30 CET.', 'House second.'])
  })

  test('are the house’s where they are empty', () => {
    expect(own(null, 'Mine')).toMatchObject({
      subject: 'House subject',
      paragraphs: ['Mine', 'House second.'],
    })
    expect(own('Mine', null)).toMatchObject({ subject: 'Mine', paragraphs: letter.paragraphs })
    expect(putOwnWords(letter, null)).toBe(letter)
  })

  test('leave braces alone that name nothing, and say nothing for what is not known', () => {
    expect(own('{constructor} {__proto__} {} { {position}', null).subject).toBe(
      '{constructor} {__proto__} {} {',
    )
  })

  test('name only placeholders of their kind', () => {
    expect(unknownPlaceholders('{name} { event } {position} {Name} {} {a b}', mailKinds.confirmed)).toEqual([
      '{position}',
      '{Name}',
      '{}',
      '{a b}',
    ])
    expect(unknownPlaceholders('{position}', mailKinds.waitlisted)).toEqual([])
  })
})

const spice = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'https://evil.example/x',
  'www.evil.example',
  'me@evil.example',
  '\r\nBcc: a@evil.example',
  '\u202egpj.exe',
  '$&',
  "$'",
  '{event}',
  '{name}',
  '}{',
)
const hostile = fc
  .array(fc.oneof(spice, fc.string({ unit: 'binary', maxLength: 20 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '))

test('nothing that a placeholder stands for comes to life', () => {
  const words = { subject: 'Dear {name}', opening: '{name}, welcome to {event}.' }
  const write = (name: string) => {
    const put = putOwnWords({ ...letter, fill: { ...letter.fill, name } }, words)
    return renderLetter(put, { language: 'en', hrefOf: () => null })
  }
  const plain = write('Ada')
  fc.assert(
    fc.property(hostile, (name) => {
      const { subject, html, text } = write(`x${name}`)
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u)
      expect(tagsOf(html)).toEqual(tagsOf(plain.html))
      expect(linksIn(`${text} ${subject}`)).toEqual([])
      expect(text.match(/Autumn\s+Hackathon/g)).toHaveLength(1)
    }),
    { numRuns: 1_000 },
  )
  expect(linksIn('https://evil.example/x www.evil.example me@evil.example')).toHaveLength(3)
})

test('what is typed is kept as one line and one text, or refused', () => {
  const read = (subject: string, opening: string) => ownWordsInput.safeParse({ subject, opening })
  expect(read('  ', ' One\r\nTwo ').data).toEqual({ subject: null, opening: 'One\nTwo' })
  const problems = (subject: string, opening: string) =>
    read(subject, opening).error?.issues.map(({ path, message }) => `${path} ${message}`)
  expect(problems('a\nBcc: b', 'x\u202ey')).toEqual(['subject unreadable', 'opening unreadable'])
  expect(problems('a'.repeat(201), 'b'.repeat(2_001))).toEqual(['subject too_long', 'opening too_long'])
})

const tagsOf = (html: string) => html.match(/<[^>]+>/g)
const linksIn = (text: string) => text.match(/\w+:\/\/\S*|\bwww\.\S*|[\w.]+@[\w.]+/gi) ?? []
