import { expect, test } from 'vitest'
import { sayOwnAct } from './rules'

test('what somebody did and what was done for them are told apart, in the reader’s language', () => {
  expect(sayOwnAct({ act: 'changed', by: 'attendee' }, 'de')).toBe('Du hast deine Angaben geändert')
  expect(sayOwnAct({ act: 'changed', by: 'user' }, 'de')).toBe('Jemand vom Team hat deine Angaben geändert')
  expect(sayOwnAct({ act: 'reminded', by: 'system' }, 'en')).toBe('You were reminded')
})

test('an act that nobody has words for is no raw name', () => {
  expect(sayOwnAct({ act: 'of_an_older_time', by: 'user' }, 'de')).toBe('Das Team hat etwas festgehalten')
})
