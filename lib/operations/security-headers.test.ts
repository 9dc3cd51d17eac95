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
    '/sign-in',
    '/api/check-in/a/scans',
  ])('keeps %s out of every cache', (path) => expect(plain(path)['cache-control']).toBe('no-store'))

  it.each(['/', '/events/a', '/mystery', '/api/health/ready', '/_next/static/a.js'])(
    'leaves caching of %s to the page',
    (path) => expect(plain(path)['cache-control']).toBeUndefined(),
  )

  it('gives the address of a personal link to nobody', () => {
    expect(plain('/my/Zk3vQ0aYw7x1Tn5bRm9LcD')['referrer-policy']).toBe('no-referrer')
    expect(plain('/my')['referrer-policy']).toBe('same-origin')
    expect(plain('/sign-in/link')['referrer-policy']).toBe('same-origin')
    expect(plain('/events/a')['referrer-policy']).toBe('strict-origin-when-cross-origin')
  })

  it('opens the camera at the door only', () => {
    expect(plain('/check-in/a')['permissions-policy']).toContain('camera=(self)')
    expect(plain('/events/a')['permissions-policy']).toContain('camera=()')
  })
})
