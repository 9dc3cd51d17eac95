import { expect, test } from 'vitest'
import { isLanguage, preferredLanguage } from './languages'

test.each([
  ['de-DE,de;q=0.9,en;q=0.8', 'de'],
  ['fr-FR, en;q=0.3, de;q=0.7', 'de'],
  ['de;q=0, en', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['*', 'en'],
  ['de;q=nonsense, en;q=0.1', 'en'],
])('%s is answered in %s', (accepted, language) => {
  expect(preferredLanguage(accepted)).toBe(language)
})

test('a cookie cannot name a language we do not speak', () => {
  expect(isLanguage('de')).toBe(true)
  expect(isLanguage('../de')).toBe(false)
})
