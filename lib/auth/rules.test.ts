import { expect, test } from 'vitest'
import { deviceOf, owedPath, pathAfterSignIn } from './rules'

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

test('a browser is known again by two words, whatever it pretends to be', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)'
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
  expect(
    [
      `${mac} Chrome/140.0.0.0 Safari/537.36`,
      `${mac} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      `${phone} Version/18.0 Mobile/15E148 Safari/604.1`,
      'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      '<script>alert(1)</script>',
      '',
    ].map(deviceOf),
  ).toEqual(['Chrome, macOS', 'Edge, macOS', 'Safari, iOS', 'Firefox, Android', 'Firefox, Linux', '', ''])
})

test('whoever owes a step is led to it, and knows the way on', () => {
  expect(owedPath('proof', '/organizer/a?b=c')).toBe('/sign-in/second-factor?to=%2Forganizer%2Fa%3Fb%3Dc')
  expect(owedPath('setup', '/organizer')).toBe('/account?to=%2Forganizer')
})
