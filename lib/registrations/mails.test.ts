import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { makeMailFacts } from '@/prisma/factories/mail-facts'
import type { Language } from '../dates'
import { renderLetter } from '../mail/render-letter'
import { composeRegistrationMail, registrationMailKinds } from './mails'
import type { MailFacts } from './schema'

const evening = '019a0000-0000-7000-8000-000000000004'
const tour = '019a0000-0000-7000-8000-000000000005'
const room = '019a0000-0000-7000-8000-000000000006'

const confirmed = makeMailFacts({
  labels: { [evening]: 'The evening before', [tour]: 'A tour', [room]: 'Hotel Example · Mon 15 Nov' },
  claims: [
    { kind: 'event', subjectId: 'event', state: 'held', ahead: null, offeredUntil: null },
    { kind: 'activity', subjectId: evening, state: 'held', ahead: null, offeredUntil: null },
    { kind: 'activity', subjectId: tour, state: 'waiting', ahead: 4, offeredUntil: null },
    { kind: 'stay', subjectId: room, state: 'held', ahead: null, offeredUntil: null },
  ],
})
const waiting: MailFacts = {
  ...confirmed,
  status: 'waitlisted',
  claims: [
    { kind: 'event', subjectId: 'event', state: 'waiting', ahead: 2, offeredUntil: null },
    { kind: 'activity', subjectId: evening, state: 'wished', ahead: null, offeredUntil: null },
  ],
}

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(registrationMailKinds)('%s has words for everything, and leads somewhere', (kind) => {
    const letter = compose(kind, kind === 'waitlisted' ? waiting : confirmed, language)
    const said = JSON.stringify(letter)
    expect(said).not.toMatch(/mail\.letters|undefined|null|\{\w+\}/)
    expect(letter.actions).toHaveLength(kind === 'promoted' ? 2 : 1)
    expect(letter.greeting).toContain('Ada Example')
    expect(letter.replyTo).toBe('team@example.org')
  })
})

test('a confirmation says what is held, what waits and where, and carries code and calendar', () => {
  const letter = compose('confirmed', confirmed)
  expect(letter.subject).toBe('Your place at Autumn Hackathon')
  expect(letter.actions[0]!.link).toEqual({
    to: 'manage',
    registrationId: confirmed.registrationId,
    version: 3,
  })
  expect(letter.card).toMatchObject({ accent: 'plum', code: confirmed.code, noCamera: true })
  expect(letter.card!.facts).toEqual([
    ['When', 'Tuesday, 16 November 2027, 09:30–19:00 CET'],
    ['Where', 'House of Examples\nExample Street 1, Exampletown'],
    ['Getting there', 'Ring twice.'],
    ['Taking part', 'On site'],
    ['Also', 'The evening before'],
    ['Hotel', 'Hotel Example · Mon 15 Nov'],
    ['Meals', 'Lunch: Chili sin carne'],
    ['Diet', 'Vegan, Nut-free'],
    ['In line', 'A tour: number 5'],
  ])
  expect(letter.paragraphs.join()).toContain('a valid ID')
  const calendar = new ICAL.Component(ICAL.parse(letter.calendar!.text))
  const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  expect([entry.uid, entry.sequence, entry.startDate.toString()]).toEqual([
    `${confirmed.event.id}@localhost`,
    7,
    '2027-11-16T08:30:00Z',
  ])
})

test('somebody remote is told neither a place nor a code for the door', () => {
  const letter = compose('confirmed', { ...confirmed, presence: 'remote', photo: 'not_asked' })
  expect(letter.card!.code).toBeUndefined()
  expect(letter.card!.facts.map(([label]) => label)).not.toContain('Where')
})

test('somebody who waits is told their position, and gets nothing that looks like a ticket', () => {
  const letter = compose('waitlisted', waiting, 'de')
  expect(letter.paragraphs[0]).toBe('Autumn Hackathon ist gerade voll. Du stehst auf Platz 3 der Warteliste.')
  expect(letter.card!.facts).toContainEqual(['Danach auch', 'The evening before'])
  expect([letter.card!.code, letter.calendar]).toEqual([undefined, undefined])
})

test('nor is anybody told that a place will be theirs by itself where it is offered first', () => {
  const offering = { ...waiting, event: { ...waiting.event, isOffering: true } }
  expect(compose('waitlisted', waiting).paragraphs[1]).toContain('it is yours without another click')
  expect(compose('waitlisted', offering).paragraphs[1]).toContain('it is yours once you take it in time')
  expect(compose('waitlisted', offering, 'de').paragraphs[1]).toContain('sobald du ihn rechtzeitig annimmst')
})

const offer = {
  ...confirmed.claims[1]!,
  subjectId: tour,
  offeredUntil: '2027-11-02T17:30:00Z',
}
const offered: MailFacts = {
  ...confirmed,
  claims: [confirmed.claims[0]!, confirmed.claims[1]!, offer],
  news: [{ kind: 'activity', subjectId: tour }],
}

test('an offer says what it is and until when, in the zone of the event, and is no ticket yet', () => {
  const letter = compose('offered', offered)
  expect(letter.paragraphs[0]).toBe(
    'Good news, something came free: A tour. We hold it for you until Tuesday, 2 November 2027, 18:30 CET.',
  )
  expect(letter.actions).toMatchObject([
    { label: 'Take it or pass it on', link: { to: 'manage', version: 3 } },
  ])
  expect(letter.card!.facts).toContainEqual([
    'Held for you, please answer',
    'A tour: until Tuesday, 2 November 2027, 18:30 CET',
  ])
  expect(letter.card!.facts).toContainEqual(['Also', 'The evening before'])
  expect([letter.calendar, letter.card!.code]).toEqual([undefined, undefined])
})

test('who got something from the line learns exactly what, and how to give it back', () => {
  const news = [
    { kind: 'event', subjectId: 'event' },
    { kind: 'stay', subjectId: room },
  ] as const
  const letter = compose('promoted', { ...confirmed, news: [...news] })
  expect(letter.paragraphs[0]).toContain(
    'your place at Autumn Hackathon; Hotel Example · Mon 15 Nov. They are yours.',
  )
  expect(compose('promoted', { ...confirmed, news: [news[1]] }).paragraphs[0]).not.toContain('your place')
  const manage = { to: 'manage', registrationId: confirmed.registrationId, version: 3 }
  expect(letter.actions.map(({ link }) => link)).toEqual([manage, { ...manage, page: 'decline' }])
  const taken = compose('confirmed', { ...confirmed, news: [{ kind: 'activity', subjectId: evening }] })
  expect(taken.paragraphs[0]).toContain('that is settled: The evening before.')
})

test('an offer that ended says what is gone, and what stays', () => {
  const gone = { ...offered, claims: confirmed.claims.slice(0, 2) }
  const one = compose('offer_expired', gone)
  expect(one.paragraphs).toEqual([
    expect.stringMatching(/in time: A tour\. .* Everything else stays as it is\.$/),
  ])
  expect(one.actions[0]!.link.to).toBe('manage')
  const news = [{ kind: 'event', subjectId: 'event' }] as const
  const all = compose('offer_expired', {
    ...waiting,
    status: 'cancelled',
    reason: 'expired',
    news: [...news],
  })
  expect(all.paragraphs[0]).toContain('your registration for Autumn Hackathon is over')
  expect(all.paragraphs[1]).toContain('you can register again')
  expect(all.card).toBeUndefined()
  expect(all.actions[0]!.link).toEqual({ to: 'page', path: '/events/autumn-hackathon' })
})

test.each([
  ['held', 'We keep your place until Monday, 1 November 2027, 10:00 CET'],
  ['waiting', 'You are number 3 in line, and keep that position until Monday, 1 November 2027, 10:00 CET'],
  ['wished', 'We keep your registration until Monday, 1 November 2027, 10:00 CET'],
] as const)('who has to confirm learns until when, and what it is about: %s', (state, sentence) => {
  const claims = [{ ...waiting.claims[0]!, state }]
  const facts = { ...waiting, status: 'unverified', claims, unverifiedUntil: '2027-11-01T09:00:00Z' } as const
  const letter = compose('unverified', { ...facts, claims })
  expect(letter.paragraphs[0]).toContain(sentence)
  expect(letter.actions).toMatchObject([{ label: 'Confirm my registration', link: { to: 'manage' } }])
})

test('who is declined is thanked, and not told to try again', () => {
  const letter = compose('declined', { ...confirmed, status: 'cancelled', reason: 'declined', claims: [] })
  expect(letter.paragraphs).toHaveLength(1)
  expect(letter.paragraphs[0]).toMatch(/^Thank you for wanting to come/)
  expect(letter.card).toBeUndefined()
})

test('who is registered already learns how they stand, and nothing that the other one typed', () => {
  const letter = compose('already_registered', {
    ...waiting,
    organization: 'Typed by a stranger',
    meals: ['Typed'],
  })
  expect(letter.paragraphs[1]).toBe('You are number 3 in line.')
  expect(letter.card!.facts.map(([label]) => label)).toEqual(['When'])
  expect(JSON.stringify(letter)).not.toContain('Typed')
})

test.each(['person', 'organizer', 'declined', 'expired', 'erased', undefined])(
  'a cancellation names its reason: %s',
  (reason) => {
    const letter = compose('cancelled', { ...confirmed, status: 'cancelled', reason, claims: [] })
    expect(letter.paragraphs[0]).toContain('Autumn Hackathon')
    expect(letter.paragraphs).toHaveLength(reason === 'organizer' ? 1 : 2)
    expect(letter.actions[0]!.link).toEqual({ to: 'page', path: '/events/autumn-hackathon' })
  },
)

const spice = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'https://evil.example/x',
  'www.evil.example',
  'evil.example.com',
  'me@evil.example',
  'mailto:me@evil.example',
  '[x](https://evil.example)',
  '\r\nBcc: a@evil.example',
  '\u202egpj.exe',
  '$&',
  '{name}',
  "O'Brien",
  '=1+1',
  '&amp;',
)
const hostileName = fc.array(fc.oneof(spice, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 6 })

test('no name or organization brings markup, a link or a line of its own to life', () => {
  const plain = render('Ada', 'Example')
  fc.assert(
    fc.property(hostileName, hostileName, (name, organization) => {
      const hostile = render(`x${name.join(' ')}`, `x${organization.join(' ')}`)
      expect(tagsOf(hostile.html)).toEqual(tagsOf(plain.html))
      expect(hostile.subject).toBe(plain.subject)
      expect(linksIn(hostile.text)).toEqual(linksIn(plain.text))
      expect(hostile.text).not.toMatch(/\u202e|\r/)
    }),
    { numRuns: 1_000 },
  )
  expect(linksIn('Ada https://evil.example/x')).not.toEqual([])
})

function render(name: string, organization: string) {
  const letter = compose('confirmed', { ...confirmed, name, organization })
  return renderLetter(letter, {
    language: 'en',
    hrefOf: () => 'https://events.example.org/my/link',
    qrSource: 'cid:code',
  })
}

const tagsOf = (html: string) => html.match(/<[^>]+>/g)!.map((tag) => tag.replace('700 24px', '700 34px'))

const linksIn = (text: string) =>
  text.match(/\w+:\/\/\S*|\bwww\.\S*|\bmailto:\S*|[\w.]+@[\w.]+|\b\w+\.(?:com|example)\b/gi) ?? []

function compose(kind: string, facts: MailFacts, language: Language = 'en') {
  return composeRegistrationMail({
    id: '019a0000-0000-7000-8000-000000000003',
    kind,
    language,
    toName: facts.name,
    registrationId: facts.registrationId,
    eventId: facts.event.id,
    facts,
    createdAt: new Date('2027-09-01T10:00:00Z'),
  })
}
