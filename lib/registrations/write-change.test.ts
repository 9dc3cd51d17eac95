import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { makeMailFacts } from '@/prisma/factories/mail-facts'
import type { Language } from '../dates'
import { renderLetter } from '../mail/render-letter'
import type { EventChange } from './compare-plans'
import type { MailFacts } from './schema'
import { composeEventCancelled, composeEventChanged } from './write-change'

const before = {
  startsAt: '2027-10-31T01:30:00+02:00',
  endsAt: '2027-10-31T19:00:00+01:00',
  timezone: 'Europe/Berlin',
  place: 'Old House\nOld Street 1',
}
const after = {
  startsAt: '2027-11-16T09:30:00+01:00',
  endsAt: '2027-11-16T19:00:00+01:00',
  timezone: 'Europe/Berlin',
  place: 'House of Examples',
}
const time: EventChange = { what: 'when', from: before, to: after }
const place: EventChange = { what: 'where', from: before, to: after }
const arrival: EventChange = { what: 'arrival', from: null, to: 'Ring twice.' }
const walk: EventChange = {
  what: 'activity',
  id: 'walk',
  title: 'A walk',
  from: { ...after, endsAt: null, place: null },
  to: { ...after, startsAt: '2027-11-16T18:00:00+01:00' },
}

test.each([
  [[time], 'New time: Autumn Hackathon', 'Neuer Termin: Autumn Hackathon'],
  [[place, arrival], 'New place: Autumn Hackathon', 'Neuer Ort: Autumn Hackathon'],
  [[arrival], 'New place: Autumn Hackathon', 'Neuer Ort: Autumn Hackathon'],
  [
    [walk],
    'New plans for your activity: Autumn Hackathon',
    'Neues zu deinem Programmpunkt: Autumn Hackathon',
  ],
  [[time, place], 'Something has changed: Autumn Hackathon', 'Es hat sich etwas geändert: Autumn Hackathon'],
  [[place, walk], 'Something has changed: Autumn Hackathon', 'Es hat sich etwas geändert: Autumn Hackathon'],
  [
    [{ what: 'revived' as const }, time],
    'It takes place after all: Autumn Hackathon',
    'Findet doch statt: Autumn Hackathon',
  ],
] as [EventChange[], string, string][])('%j has its subject', (changes, english, german) => {
  expect(change('en', changes).subject).toBe(english)
  expect(change('de', changes).subject).toBe(german)
})

test('old and new stand below each other, each day with its own hour', () => {
  expect(change('en', [time, place, arrival, walk]).paragraphs.slice(0, 5)).toEqual([
    'The plans for Autumn Hackathon have changed. This is new for you:',
    'Date and time\nbefore: Sunday, 31 October 2027, 01:30–19:00 CEST/CET\nnow: Tuesday, 16 November 2027, 09:30–19:00 CET',
    'Place\nbefore: Old House, Old Street 1\nnow: House of Examples',
    'Getting there\nbefore: not named\nnow: Ring twice.',
    'A walk\nbefore: Tuesday, 16 November 2027, 09:30 CET\nnow: Tuesday, 16 November 2027, 18:00–19:00 CET, House of Examples',
  ])
  expect(change('de', [place]).paragraphs[1]).toBe(
    'Ort\nbisher: Old House, Old Street 1\njetzt: House of Examples',
  )
})

test('who has a place gets the badge and a newer calendar entry; who waits only the news', () => {
  const [calendar] = [entryOf(change('en', [time]).calendar!.text)]
  expect([calendar!.uid, calendar!.sequence, calendar!.startDate.toString()]).toEqual([
    '019a0000-0000-7000-8000-000000000001@localhost',
    7,
    '2027-11-16T08:30:00Z',
  ])
  const waiting = change('en', [time], { status: 'waitlisted' })
  expect(waiting.calendar).toBeUndefined()
  expect(waiting.card!.code).toBeUndefined()
  expect(waiting.actions[0]!.label).toBe('See my registration or give it up')
})

describe.each(['en', 'de'] as const)('an event that is called off, in %s', (language) => {
  test('asks nothing of anybody, and leaves the calendar', () => {
    const letter = cancelled(language)
    expect(letter.subject).toBe(
      language === 'en' ? 'Autumn Hackathon does not take place' : 'Autumn Hackathon fällt aus',
    )
    expect(letter.card).toBeUndefined()
    expect(letter.calendar!.text).toContain('STATUS:CANCELLED')
    expect(entryOf(letter.calendar!.text).sequence).toBe(7)
    expect(letter.actions[0]!.link).toEqual({ to: 'page', path: '/events/autumn-hackathon' })
    expect(letter.replyTo).toBe('team@example.org')
    expect(cancelled(language, { status: 'waitlisted' }).calendar).toBeUndefined()
    expect(JSON.stringify(letter)).not.toMatch(/mail\.changes|undefined|\{\w+\}/)
  })
})

test('no title of an activity or place brings markup to life', () => {
  const title = '<script>alert(1)</script>'
  const letter = change('en', [{ ...walk, title } as EventChange])
  const { html, subject } = renderLetter(letter, { language: 'en', hrefOf: () => null })
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;')
  expect(subject).not.toContain('script')
})

const entryOf = (text: string) =>
  new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!)

const change = (language: Language, changes: EventChange[], facts: Partial<MailFacts> = {}) =>
  composeEventChanged(mailOf(language, { ...makeMailFacts(facts), changes }))

const cancelled = (language: Language, facts: Partial<MailFacts> = {}) =>
  composeEventCancelled(mailOf(language, { ...makeMailFacts(facts), changes: [{ what: 'cancelled' }] }))

const mailOf = (language: Language, facts: MailFacts & { changes: EventChange[] }) => ({
  id: '019a0000-0000-7000-8000-000000000003',
  kind: 'event_changed',
  language,
  toName: facts.name,
  registrationId: facts.registrationId,
  eventId: facts.event.id,
  facts,
  createdAt: new Date('2027-10-01T10:00:00Z'),
})
