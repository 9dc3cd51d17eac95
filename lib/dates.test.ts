import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateOf,
  datesBetween,
  isoInZone,
  localDate,
  sayDate,
  sayDay,
  sayMoment,
  sayShortDay,
  saySpan,
  sayTime,
  sayZone,
} from './dates'

const berlin = 'Europe/Berlin'
const at = (text: string) => new Date(text)

test('a moment has its weekday, its zone’s own clock and the name that zone has then, in both languages', () => {
  const moment = at('2024-04-16T07:30:00Z')
  expect(sayMoment(moment, berlin, 'en')).toBe('Tuesday, 16 April 2024, 09:30 CEST')
  expect(sayMoment(moment, berlin, 'de')).toBe('Dienstag, 16. April 2024, 09:30 CEST')
  expect(sayMoment(at('2024-11-19T08:30:00Z'), berlin, 'en')).toBe('Tuesday, 19 November 2024, 09:30 CET')
})

test.each([
  ['Europe/London', 'BST', 'GMT'],
  ['America/New_York', 'EDT', 'EST'],
  ['Asia/Tokyo', 'GMT+9', 'GMT+9'],
  ['Asia/Kathmandu', 'GMT+5:45', 'GMT+5:45'],
  ['Australia/Lord_Howe', 'GMT+10:30', 'GMT+11'],
  ['UTC', 'UTC', 'UTC'],
])('in %s it is %s in July and %s in January', (zone, july, january) => {
  expect(sayZone(at('2027-07-01T12:00:00Z'), zone)).toBe(july)
  expect(sayZone(at('2027-01-01T12:00:00Z'), zone)).toBe(january)
})

describe('when the clocks go forward', () => {
  const [before, after] = [at('2027-03-28T00:59:59Z'), at('2027-03-28T01:00:00Z')]

  test('the hour between two and three is never said', () => {
    expect([sayTime(before, berlin, 'en'), sayTime(after, berlin, 'de')]).toEqual(['01:59', '03:00'])
    expect(isoInZone(before, berlin)).toBe('2027-03-28T01:59:59+01:00')
    expect(isoInZone(after, berlin)).toBe('2027-03-28T03:00:00+02:00')
  })

  test('a span names both clocks', () => {
    expect(saySpan(at('2027-03-28T00:30:00Z'), at('2027-03-28T07:00:00Z'), berlin, 'en')).toBe(
      'Sunday, 28 March 2027, 01:30–09:00 CET/CEST',
    )
  })

  test('the day of 23 hours is one day', () => {
    expect(datesBetween(at('2027-03-27T22:59:00Z'), at('2027-03-28T22:00:00Z'), berlin)).toEqual([
      '2027-03-27',
      '2027-03-28',
      '2027-03-29',
    ])
  })
})

describe('when the clocks go back', () => {
  test('the two hours between two and three are told apart', () => {
    const [first, second] = [at('2027-10-31T00:30:00Z'), at('2027-10-31T01:30:00Z')]
    expect(sayMoment(first, berlin, 'en')).toBe('Sunday, 31 October 2027, 02:30 CEST')
    expect(sayMoment(second, berlin, 'en')).toBe('Sunday, 31 October 2027, 02:30 CET')
    expect([isoInZone(first, berlin), isoInZone(second, berlin)]).toEqual([
      '2027-10-31T02:30:00+02:00',
      '2027-10-31T02:30:00+01:00',
    ])
    expect(saySpan(first, second, berlin, 'de')).toBe('Sonntag, 31. Oktober 2027, 02:30–02:30 CEST/CET')
  })

  test('the day of 25 hours is one day', () => {
    expect(datesBetween(at('2027-10-30T22:00:00Z'), at('2027-10-31T22:59:00Z'), berlin)).toEqual([
      '2027-10-31',
    ])
  })
})

test('a span within a day says the day once, over days both, without an end the beginning alone', () => {
  const start = at('2024-04-16T07:30:00Z')
  expect(saySpan(start, at('2024-04-16T17:00:00Z'), berlin, 'en')).toBe(
    'Tuesday, 16 April 2024, 09:30–19:00 CEST',
  )
  expect(saySpan(start, at('2024-04-17T14:00:00Z'), berlin, 'en')).toBe(
    'Tuesday, 16 April 2024, 09:30 CEST – Wednesday, 17 April 2024, 16:00 CEST',
  )
  expect(saySpan(start, null, berlin, 'en')).toBe('Tuesday, 16 April 2024, 09:30 CEST')
})

test('midnight is the first minute of its day, said as 00:00', () => {
  const midnight = at('2024-04-15T22:00:00Z')
  expect([sayTime(midnight, berlin, 'en'), sayTime(midnight, berlin, 'de')]).toEqual(['00:00', '00:00'])
  expect(localDate(midnight, berlin)).toBe('2024-04-16')
  expect(localDate(new Date(midnight.getTime() - 1), berlin)).toBe('2024-04-15')
})

test('the same instant is another date elsewhere', () => {
  const instant = at('2024-04-16T11:30:00Z')
  expect(localDate(instant, 'Pacific/Kiritimati')).toBe('2024-04-17')
  expect(localDate(instant, 'Pacific/Pago_Pago')).toBe('2024-04-16')
  expect(sayDay(instant, 'Pacific/Kiritimati', 'de')).toBe('Mittwoch, 17. April 2024')
  expect(sayShortDay(instant, 'Pacific/Pago_Pago', 'en')).toBe('Tue 16 Apr')
})

test('a night is the date on which it begins, wherever server and reader are', () => {
  expect(sayDate('2024-04-15', 'en')).toBe('Mon 15 Apr')
  expect(sayDate('2024-04-15', 'de')).toBe('Mo. 15. Apr.')
  expect([sayDate('2027-03-28', 'en'), sayDate('2027-10-31', 'en')]).toEqual(['Sun 28 Mar', 'Sun 31 Oct'])
  expect(dateOf(at('2024-04-15T00:00:00.000Z'))).toBe('2024-04-15')
})

test('whatever the zone and the instant, what was written with its offset is read back as the same second', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const instants = fc.date({ min: at('2000-01-01'), max: at('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const written = isoInZone(instant, zone)
      expect(Math.floor(instant.getTime() / 1000)).toBe(Date.parse(written) / 1000)
      expect(written.slice(0, 10)).toBe(localDate(instant, zone))
      expect(written.slice(11, 16)).toBe(sayTime(instant, zone, 'en'))
    }),
    { numRuns: 1000 },
  )
})

test('whatever the zone, the days from the first to the last follow one another without a gap', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const instants = fc.date({ min: at('2024-01-01'), max: at('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 0, max: 20 * 86_400_000 }), (zone, from, length) => {
      const to = new Date(from.getTime() + length)
      const days = datesBetween(from, to, zone)
      expect([days[0], days.at(-1)]).toEqual([localDate(from, zone), localDate(to, zone)])
      const gaps = days.slice(1).map((day, index) => Date.parse(day) - Date.parse(days[index]!))
      expect(gaps).toEqual(gaps.map(() => 86_400_000))
    }),
    { numRuns: 1000 },
  )
})
