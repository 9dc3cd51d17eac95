import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { firstThatFits, hasPlace, offerEndsAt, placesLeft } from './rules'
import type { PoolView, WaitingClaim } from './schema'

test.each([
  [null, 1_000_000, null, true],
  [3, 1, 2, true],
  [1, 0, 1, true],
  [1, 1, 0, false],
  [0, 0, 0, false],
  [1, 3, 0, false],
])('of %s places with %i taken %s are left; one more is let in: %s', (size, taken, left, isFree) => {
  expect(placesLeft({ size, taken })).toBe(left)
  expect(hasPlace({ size, taken })).toBe(isFree)
})

test('the first in line is served first, however the line was read', () => {
  const line = [claim('c', '09:02', ['hall']), claim('a', '09:01', ['hall']), claim('b', '09:03', ['hall'])]
  expect(firstThatFits(line, hall({ hall: 1 }))?.id).toBe('a')
})

test('who stood there first decides to the microsecond, and then the id', () => {
  const line = [claim('b', '09:00:00.000002', ['hall']), claim('c', '09:00:00.000001', ['hall'])]
  expect(firstThatFits(line, hall({ hall: 1 }))?.id).toBe('c')
  expect(firstThatFits([claim('b', '09:00', []), claim('a', '09:00', [])], hall({}))?.id).toBe('a')
})

test('who does not fit whole is passed, and stays where they are', () => {
  const line = [claim('both', '09:01', ['first', 'second']), claim('one', '09:02', ['second'])]
  expect(firstThatFits(line, hall({ first: 0, second: 1 }))?.id).toBe('one')
  expect(line.map(({ id }) => id)).toEqual(['both', 'one'])
})

test('a place that nobody knows is not given away', () => {
  expect(firstThatFits([claim('a', '09:01', ['attic'])], hall({ hall: 1 }))).toBeUndefined()
})

test('whatever the line and the places, the one served fits, and everybody before them does not', () => {
  const rooms = ['hall', 'first', 'second']
  const places = fc.record(Object.fromEntries(rooms.map((room) => [room, fc.option(fc.nat(1))])))
  const wishes = fc.array(fc.tuple(fc.nat(9), fc.subarray(rooms, { minLength: 1 })))
  fc.assert(
    fc.property(places, wishes, (left, people) => {
      const pools = hall(left)
      const line = people.map(([minute, wanted], index) => claim(`person ${index}`, `09:0${minute}`, wanted))
      const fits = (one: WaitingClaim) => one.pools.every((room) => left[room] !== 0)
      const served = firstThatFits(line, pools)
      expect(served !== undefined).toBe(line.some(fits))
      if (!served) return
      expect(fits(served)).toBe(true)
      expect(line.filter((one) => fits(one) && one.queuedAt < served.queuedAt)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['in the morning, the same day', '2027-06-01T08:00', 3, '2027-06-01T11:00'],
  ['in the evening, the rest on the next day', '2027-06-01T20:30', 3, '2027-06-02T09:30'],
  ['at night, from eight on', '2027-06-01T23:15', 2, '2027-06-02T10:00'],
  ['before dawn, from eight on', '2027-06-01T04:00', 2, '2027-06-01T10:00'],
  ['a whole day of waking hours', '2027-06-01T08:00', 14, '2027-06-01T22:00'],
  ['one hour more', '2027-06-01T08:00', 15, '2027-06-02T09:00'],
  ['twenty-four hours', '2027-06-01T12:00', 24, '2027-06-02T22:00'],
  ['over the night that loses an hour', '2027-03-27T21:00', 3, '2027-03-28T10:00'],
  ['over the night that has one more', '2027-10-30T21:00', 3, '2027-10-31T10:00'],
  ['made in the hour that happens twice', '2027-10-31T02:30', 1, '2027-10-31T09:00'],
  ['made when the clock jumps', '2027-03-28T03:00', 1, '2027-03-28T09:00'],
])('an offer lasts its hours without the nights: %s', (_, from, hours, until) => {
  expect(offerEndsAt(inBerlin(from), hours, 'Europe/Berlin')).toEqual(inBerlin(until))
})

test('wherever, whenever and however long: no offer ends at night, and every waking hour counts once', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  ]
  const moment = fc
    .integer({ min: Date.UTC(2027, 0, 1), max: Date.UTC(2028, 0, 1) })
    .map((at) => at - (at % 60_000))
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 100 }), fc.constantFrom(...zones), (from, hours, zone) => {
      const until = offerEndsAt(new Date(from), hours, zone).getTime()
      let awake = 0
      for (let at = from; at < until; at += 60_000) if (isAwake(at, zone)) awake++
      expect(awake).toBe(hours * 60)
      expect(isAwake(until - 60_000, zone)).toBe(true)
    }),
    { numRuns: 1000 },
  )
}, 120_000)

const inBerlin = (text: string) =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds)

function isAwake(at: number, zone: string): boolean {
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  // The clocks change on a quarter of an hour.
  const quarter = Math.floor(at / 900_000)
  const offset =
    known.get(quarter) ??
    Temporal.Instant.fromEpochMilliseconds(quarter * 900_000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  known.set(quarter, offset)
  const hour = new Date(at + offset).getUTCHours()
  return hour >= 8 && hour < 22
}

const offsets = new Map<string, Map<number, number>>()

const claim = (id: string, queuedAt: string, pools: string[]): WaitingClaim => ({
  id,
  queuedAt,
  pools,
  registrationId: `registration of ${id}`,
  kind: 'stay',
  subjectId: 'room',
})

const hall = (left: Record<string, number | null>) =>
  new Map(
    Object.entries(left).map(([id, size]): [string, PoolView] => [
      id,
      { id, kind: 'night', day: null, size, taken: 0 },
    ]),
  )
