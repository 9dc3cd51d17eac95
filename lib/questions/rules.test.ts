import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionView } from '@/prisma/factories/questions'
import { answeredOf, isAsked, labelOf, readAnswer } from './rules'
import { type QuestionType, type QuestionView, questionTypes } from './schema'

const options = ['S', 'M', 'Größe L']
const read = (type: QuestionType, ...posted: string[]) => {
  const said = readAnswer({ type, options }, posted)
  return said.ok ? said.value : `refused: ${said.problem}`
}

describe('an answer', () => {
  test.each<[QuestionType, string[], unknown]>([
    ['text', ['  Ada '], 'Ada'],
    ['text', ['O’Brien <b>=1+1</b> مرحبا 👩‍💻'], 'O’Brien <b>=1+1</b> مرحبا 👩‍💻'],
    ['text', ['e\u0301'], 'é'],
    ['text', ['a'.repeat(300)], 'a'.repeat(300)],
    ['text', ['a'.repeat(301)], 'refused: too_long'],
    ['text', ['two\nlines'], 'refused: unreadable'],
    ['text', ['a\u0000b'], 'refused: unreadable'],
    ['text', ['a\u202Eb'], 'refused: unreadable'],
    ['text', ['half \uD83D'], 'refused: unreadable'],
    ['long_text', [' two\r\nlines\twide '], 'two\nlines\twide'],
    ['long_text', ['a'.repeat(5_000)], 'a'.repeat(5_000)],
    ['long_text', ['a'.repeat(5_001)], 'refused: too_long'],
    ['long_text', ['a\u001Bb'], 'refused: unreadable'],
    ['choice', ['M'], 'M'],
    ['choice', ['Gro\u0308ße L'], 'Größe L'],
    ['choice', ['XL'], 'refused: not_offered'],
    ['choice', ['m'], 'refused: not_offered'],
    ['multi_choice', ['M', 'S', 'M'], ['S', 'M']],
    ['multi_choice', ['S', 'XL'], 'refused: not_offered'],
    ['multi_choice', ['', 'S'], ['S']],
    ['yes_no', ['yes'], true],
    ['yes_no', ['no'], false],
    ['yes_no', ['on'], 'refused: not_offered'],
    ['number', ['3'], 3],
    ['number', ['-2,5'], -2.5],
    ['number', ['2.50'], 2.5],
    ['number', ['0x10'], 'refused: not_a_number'],
    ['number', ['1e3'], 'refused: not_a_number'],
    ['number', ['Infinity'], 'refused: not_a_number'],
    ['number', ['three'], 'refused: not_a_number'],
    ['number', ['9'.repeat(301)], 'refused: too_long'],
    ['date', ['2028-02-29'], '2028-02-29'],
    ['date', ['2027-02-29'], 'refused: not_a_date'],
    ['date', ['29.02.2028'], 'refused: not_a_date'],
  ])('to a %s: %j', (type, posted, value) => {
    expect(read(type, ...posted)).toEqual(value)
  })

  test.each(questionTypes)('to a %s that is empty is none', (type) => {
    for (const posted of [[], [''], [' \n ']]) expect(read(type, ...posted)).toBeUndefined()
  })

  test('is of its type or refused, whatever is posted', () => {
    const typeOf = { text: 'string', long_text: 'string', choice: 'string', date: 'string' } as const
    fc.assert(
      fc.property(
        fc.constantFrom(...questionTypes),
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...options, 'yes', '7')), {
          maxLength: 3,
        }),
        (type, posted) => {
          const said = readAnswer({ type, options }, posted)
          if (!said.ok || said.value === undefined) return
          const wanted = { ...typeOf, multi_choice: 'object', yes_no: 'boolean', number: 'number' }[type]
          expect(typeof said.value).toBe(wanted)
          for (const text of [said.value].flat())
            expect(String(text)).not.toMatch(/[\p{Cs}\u202E]|\p{Cc}(?<![\n\t])/u)
          expect(JSON.parse(JSON.stringify(said.value))).toEqual(said.value === 0 ? 0 : said.value)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('whether somebody is asked', () => {
  const onSite = { presence: 'on_site', hasCode: () => false }
  const question = (facts: Partial<QuestionView>) => questionView({ key: 'it', ...facts })

  test.each<[string, Partial<QuestionView>, boolean]>([
    ['what everybody is asked', {}, true],
    ['what people on site are asked', { presence: 'on_site' }, true],
    ['what remote people are asked', { presence: 'remote' }, false],
    ['what a code keeps closed', { accessCode: 'secret' }, false],
    ['what follows a yes', { showWhen: { drives: true } }, true],
    ['what follows a no', { showWhen: { drives: false } }, false],
    ['what follows one of several options', { showWhen: { sizes: 'M' } }, true],
    ['what follows another option', { showWhen: { sizes: 'S' } }, false],
    ['what follows a number', { showWhen: { seats: 3 } }, true],
    ['what follows a number as text', { showWhen: { seats: '3' } }, false],
    ['what two answers have to say', { showWhen: { drives: true, seats: 4 } }, false],
    ['what nobody answered', { showWhen: { unknown: true } }, false],
    ['what every object has', { showWhen: { constructor: 'x' } }, false],
  ])('%s', (_, facts, asked) => {
    expect(isAsked(question(facts), onSite, { drives: true, sizes: ['M'], seats: 3 })).toBe(asked)
  })

  test('the right code opens it, another does not', () => {
    const hasCode = (code: string) => code === 'secret'
    expect(isAsked(question({ accessCode: 'secret' }), { ...onSite, hasCode }, {})).toBe(true)
    expect(isAsked(question({ accessCode: 'other' }), { ...onSite, hasCode }, {})).toBe(false)
  })
})

test('a label is in the language of its reader, else in the one there is', () => {
  expect(labelOf({ key: 'size', labels: { en: 'Size', de: 'Größe' } }, 'de')).toBe('Größe')
  expect(labelOf({ key: 'size', labels: { en: 'Size' } }, 'de')).toBe('Size')
  expect(labelOf({ key: 'size', labels: { de: 'Größe' } }, 'en')).toBe('Größe')
})

test('answers stand in the order of the questions, and nothing every object has is one', () => {
  const questions = ['b', 'constructor', 'a'].map((key) => questionView({ key }))
  const said = answeredOf(questions, { a: 'one', b: false }).map(({ question, value }) => [
    question.key,
    value,
  ])
  expect(said).toEqual([
    ['b', false],
    ['a', 'one'],
  ])
})
