import { expect, test } from 'vitest'
import { pathAfterSignIn } from './rules'

test('signing in leads to a path of ours', () => {
  expect(pathAfterSignIn('/check-in/spring?point=door')).toBe('/check-in/spring?point=door')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/my/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\r\nb',
  '',
  null,
  ['/a'],
])('%j leads to the desk instead', (wanted) => expect(pathAfterSignIn(wanted)).toBe('/organizer'))
