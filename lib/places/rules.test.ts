import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstThatFits, hasPlace, placesLeft } from './rules'
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
