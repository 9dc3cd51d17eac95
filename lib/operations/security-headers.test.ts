import { describe, expect, it } from 'vitest'
import { securityHeaders } from './security-headers'

const over = (baseUrl: string, path = '/') => securityHeaders(path, { baseUrl })
const plain = (path: string) => over('http://localhost:3000', path)

describe('what every answer carries', () => {
  it('has a nonce of its own each time', () => {
    const nonce = () => /'nonce-([^']+)'/.exec(plain('/')['content-security-policy'] ?? '')?.[1]
    expect(nonce()).toHaveLength(24)
    expect(nonce()).not.toBe(nonce())
  })

  it('lets no one frame us and no script run from elsewhere', () => {
    const policy = plain('/')['content-security-policy']
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it.each(['/events/a', '/events/a/register', '/my', '/', '/events/a/embed'])(
    'lets no one frame %s without being asked',
    (path) => {
      expect(plain(path)['x-frame-options']).toBe('DENY')
      expect(plain(path)['content-security-policy']).toContain("frame-ancestors 'none'")
    },
  )

  it('lets exactly the sites of an event frame its page, which runs no script', () => {
    const framed = securityHeaders('/events/a/embed', {
      baseUrl: 'https://a.example',
      frameOrigins: ['https://community.example', 'http://localhost:4000'],
    })
    expect(framed['content-security-policy']).toMatch(
      /; frame-ancestors https:\/\/community\.example http:\/\/localhost:4000$/,
    )
    expect(framed['content-security-policy']).toContain("script-src 'none';")
    expect(framed['x-frame-options']).toBeUndefined()
  })

  it('writes nothing into the policy that is not a plain origin', () => {
    const odd = ['https://a.example; script-src *', "'self'", '*', 'https://*', 'https://a.example/path']
    const framed = securityHeaders('/events/a/embed', { baseUrl: 'https://a.example', frameOrigins: odd })
    expect(framed['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(framed['x-frame-options']).toBe('DENY')
  })

  it('lets other sites load the widget, its facts and the picture of an event, and nothing else', () => {
    const policy = (path: string) => plain(path)['cross-origin-resource-policy']
    const theirs = ['/embed.js', '/events/a/card.json', '/events/a/embed', '/events/a/opengraph-image']
    expect(theirs.map(policy)).toEqual(Array(4).fill('cross-origin'))
    expect(['/', '/events/a', '/events/a/calendar.ics', '/my'].map(policy)).toEqual(
      Array(4).fill('same-origin'),
    )
  })

  it('lets the sign-in form lead to the identity provider, if there is one', () => {
    const headers = securityHeaders('/', {
      baseUrl: 'https://a.example',
      signInOrigin: 'https://login.example',
    })
    expect(headers['content-security-policy']).toContain("form-action 'self' https://login.example;")
  })

  it('insists on https only where https is used', () => {
    expect(over('https://events.example.org')['strict-transport-security']).toMatch(/^max-age=\d+$/)
    expect(plain('/')['strict-transport-security']).toBeUndefined()
  })

  it.each([
    '/my',
    '/my/abc',
    '/organizer/a/attendees',
    '/check-in/a',
    '/admin',
    '/account',
    '/account/authenticator',
    '/sign-in',
    '/api/check-in/a/scans',
    '/join/Zk3vQ0aYw7x1Tn5bRm9LcD',
    '/lists/Zk3vQ0aYw7x1Tn5bRm9LcD',
    '/unsubscribe/Zk3vQ0aYw7x1Tn5bRm9LcD',
  ])('keeps %s out of every cache', (path) => expect(plain(path)['cache-control']).toBe('no-store'))

  it.each(['/', '/events/a', '/mystery', '/api/health/ready', '/_next/static/a.js'])(
    'leaves caching of %s to the page',
    (path) => expect(plain(path)['cache-control']).toBeUndefined(),
  )

  it('gives the address of a personal link to nobody', () => {
    expect(plain('/my/Zk3vQ0aYw7x1Tn5bRm9LcD')['referrer-policy']).toBe('no-referrer')
    expect(plain('/my')['referrer-policy']).toBe('same-origin')
    expect(plain('/sign-in/link')['referrer-policy']).toBe('same-origin')
    for (const door of ['account/email', 'join', 'lists', 'unsubscribe', 'check-in/pair'])
      expect(plain(`/${door}/Zk3vQ0aYw7x1Tn5bRm9LcD`)['referrer-policy']).toBe('same-origin')
    expect(plain('/events/a')['referrer-policy']).toBe('strict-origin-when-cross-origin')
  })

  it('opens the camera at the door only', () => {
    expect(plain('/check-in/a')['permissions-policy']).toContain('camera=(self)')
    expect(plain('/check-ins')['permissions-policy']).toContain('camera=()')
    expect(plain('/check-in/a')['content-security-policy']).toMatch(
      /script-src [^;]*'wasm-unsafe-eval'; worker-src 'self';/,
    )
    for (const path of ['/', '/organizer/a', '/my', '/check-ins'])
      expect(plain(path)['content-security-policy']).toMatch(
        /script-src [^;]*'strict-dynamic'; worker-src 'none';/,
      )
    expect(plain('/events/a')['permissions-policy']).toContain('camera=()')
  })
})
