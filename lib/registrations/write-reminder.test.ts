import { describe, expect, test } from 'vitest'
import { makeMailFacts } from '@/prisma/factories/mail-facts'
import type { Language } from '../dates'
import { renderLetter } from '../mail/render-letter'
import { composeReminder, composeStillComing } from './write-reminder'

const facts = makeMailFacts()

describe.each([
  [
    'en',
    'See you soon: Autumn Hackathon on Tuesday, 16 November 2027',
    'Are you still coming? Autumn Hackathon',
  ],
  ['de', 'Bis bald: Autumn Hackathon am Dienstag, 16. November 2027', 'Bist du noch dabei? Autumn Hackathon'],
] as const)('in %s', (language, reminding, asking) => {
  test('a reminder is the badge once more, with everything to have at hand', () => {
    const letter = composeReminder(mailIn(language, 'reminder'))
    expect(letter.subject).toBe(reminding)
    expect(letter.paragraphs).toHaveLength(3)
    expect(letter.paragraphs.join()).toContain('a valid ID')
    expect(letter.card).toMatchObject({ code: facts.code, noCamera: true })
    expect(letter.calendar!.text).toContain('SEQUENCE:7')
    expect(letter.actions[0]!.link).not.toHaveProperty('page')
    expect(JSON.stringify(letter)).not.toMatch(/mail\.reminders|undefined|\{\w+\}/)
  })

  test('the question leads to a page with buttons, and says what no answer means', () => {
    const letter = composeStillComing(mailIn(language, 'still_coming'))
    expect(letter.subject).toBe(asking)
    expect(letter.paragraphs).toHaveLength(2)
    expect(letter.actions).toEqual([
      {
        label: language === 'en' ? 'Yes or no' : 'Ja oder nein',
        link: { to: 'manage', registrationId: facts.registrationId, version: 3, page: 'still-coming' },
      },
    ])
    expect(JSON.stringify(letter)).not.toMatch(/mail\.reminders|undefined|\{\w+\}/)
  })
})

test('no name comes to life in them', () => {
  const name = '<b>Ada</b> https://evil.example\r\nBcc: a@evil.example'
  for (const compose of [composeReminder, composeStillComing]) {
    const letter = compose({ ...mailIn('en', 'reminder'), facts: { ...facts, name } })
    const { html, text, subject } = renderLetter(letter, { language: 'en', hrefOf: () => null })
    expect(html).not.toContain('<b>')
    expect(text).not.toMatch(/https:\/\/|\r|a@evil/)
    expect(subject).not.toContain('Ada')
  }
})

const mailIn = (language: Language, kind: string) => ({
  id: '019a0000-0000-7000-8000-000000000003',
  kind,
  language,
  toName: facts.name,
  registrationId: facts.registrationId,
  eventId: facts.event.id,
  facts,
  createdAt: new Date('2027-11-09T08:30:00Z'),
})
