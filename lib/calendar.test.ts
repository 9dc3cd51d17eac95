import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from './calendar'

const hackathon: CalendarEvent = {
  uid: 'scs-hackathon-4@example.org',
  sequence: 2,
  startsAt: new Date('2024-04-16T07:30:00Z'),
  endsAt: new Date('2024-04-16T17:00:00Z'),
  stampAt: new Date('2024-03-01T12:00:00.123Z'),
  title: 'Hackathon #4; for all, really',
  description: 'Bring \\o/ and a badge.\nSecond line',
  location: 'GONICUS, Möhnestraße 55',
  url: 'https://example.org/events/scs-hackathon-4',
}

describe('a calendar file', () => {
  test('says in UTC when and where', () => {
    const event = read(calendarFile({ name: 'Hackathons', events: [hackathon] }))[0]!
    expect(event.uid).toBe(hackathon.uid)
    expect(event.sequence).toBe(2)
    expect(event.startDate.toString()).toBe('2024-04-16T07:30:00Z')
    expect(event.endDate.toString()).toBe('2024-04-16T17:00:00Z')
    expect(event.summary).toBe(hackathon.title)
    expect(event.description).toBe(hackathon.description)
    expect(event.location).toBe(hackathon.location)
    expect(event.component.getFirstPropertyValue('url')).toBe(hackathon.url)
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2024-03-01T12:00:00Z')
  })

  test('says that a cancelled event is cancelled', () => {
    const file = calendarFile({ name: 'One', events: [{ ...hackathon, cancelled: true }] })
    expect(read(file)[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('lists several events, and none', () => {
    const file = calendarFile({ name: 'Two', events: [hackathon, { ...hackathon, uid: 'other' }] })
    expect(read(file).map((event) => event.uid)).toEqual([hackathon.uid, 'other'])
    expect(read(calendarFile({ name: 'None', events: [] }))).toEqual([])
  })

  test('keeps any text as text, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, description, location) => {
        const file = calendarFile({ name: title, events: [{ ...hackathon, title, description, location }] })
        for (const line of file.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(Buffer.from(file).toString()).toBe(file)
        const events = read(file)
        expect(events).toHaveLength(1)
        expect(events[0]!.summary ?? '').toBe(readable(title))
        expect(events[0]!.description ?? '').toBe(readable(description))
        expect(events[0]!.location ?? '').toBe(readable(location))
        expect(events[0]!.component.getAllProperties().length).toBeLessThanOrEqual(10)
      }),
      { numRuns: 1_500 },
    )
  })
})

const spice = [
  '\r',
  '\n',
  '\r\n',
  '\\',
  ';',
  ',',
  ':',
  '"',
  '\u2028',
  '\u0000',
  '\u007f',
  ' ',
  '\t',
  '👩🏽‍💻',
  'ß',
  'עברית',
]
const attack = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTENDEE:mailto:someone@example.org'
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...spice, attack) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 40, maxLength: 120 }) },
)
const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

const readable = (text: string) =>
  text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/\p{Surrogate}|(?![\n\t])\p{Cc}/gu, '')

function read(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}
