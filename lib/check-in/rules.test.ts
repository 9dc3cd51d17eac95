import { expect, test } from 'vitest'
import { callName, choosePoint, isPractice, isSearchable } from './rules'

test.each([
  ['Ada Example', 'Ada'],
  ['  Ada  ', 'Ada'],
  ['Dr. Ada Example', 'Dr. Ada Example'],
  ['X Æ', 'X Æ'],
  ['愛', '愛'],
  ['', ''],
])('%s is called %s', (name, called) => {
  expect(callName(name)).toBe(called)
})

test.each([
  ['a', false],
  [' a ', false],
  ['🦊', false],
  ['ad', true],
])('%s is enough to search: %s', (text, enough) => {
  expect(isSearchable(text)).toBe(enough)
})

test('the point asked for, else the arrival, else the first', () => {
  const lunch = { key: 'lunch', name: 'Lunch', isArrival: false, hasExits: false }
  const door = { key: 'door', name: 'Door', isArrival: true, hasExits: false }
  expect(choosePoint([lunch, door], 'lunch')).toBe(lunch)
  expect(choosePoint([lunch, door], 'sauna')).toBe(door)
  expect(choosePoint([lunch], undefined)).toBe(lunch)
  expect(choosePoint([], undefined)).toBeNull()
})

test('practice ends a day before the event', () => {
  const startsAt = new Date('2026-04-16T07:30:00Z')
  expect(isPractice({ startsAt }, new Date('2026-04-15T07:29:59Z'))).toBe(true)
  expect(isPractice({ startsAt }, new Date('2026-04-15T07:30:00Z'))).toBe(false)
})
