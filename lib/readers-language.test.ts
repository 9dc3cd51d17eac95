import { afterEach, expect, test } from 'vitest'
import { setEnvironment } from './env'
import { readersLanguage } from './readers-language'

afterEach(() => setEnvironment({ BASE_URL: 'http://localhost:3000' }))

test('the language chosen by hand counts more than the browser’s', () => {
  const cookie = 'a=b; lanyard_language=de; lanyard_language=en'
  expect(readersLanguage({ cookie, 'accept-language': 'en' })).toBe('de')
  expect(readersLanguage({ cookie: 'not_lanyard_language=de', 'accept-language': 'en' })).toBe('en')
  expect(readersLanguage({ cookie: 'lanyard_language=fr', 'accept-language': 'de-AT' })).toBe('de')
  expect(readersLanguage({})).toBe('en')
})

test('over https only a cookie that this very host has set is read', () => {
  setEnvironment({ BASE_URL: 'https://events.example.org' })
  expect(readersLanguage({ cookie: 'lanyard_language=de' })).toBe('en')
  expect(readersLanguage({ cookie: '__Host-lanyard_language=de' })).toBe('de')
})
