import http from 'node:http'
import NextAuth from 'next-auth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Claims, openIdentityProvider } from '@/e2e/support/identity-provider'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { setEnvironment } from '../env'
import { authOptions } from './auth-options'
import { csrfCookie } from './csrf-cookie'
import { findPublicStanding } from './queries'
import { sessionCookie } from './session-cookie'

useTestDatabase()

let claims: Claims
let provider: Awaited<ReturnType<typeof openIdentityProvider>>
beforeAll(async () => {
  provider = await openIdentityProvider(() => claims)
  const client = { OIDC_CLIENT_ID: 'lanyard', OIDC_CLIENT_SECRET: 'an invented one' }
  setEnvironment({ OIDC_ISSUER: provider.issuer, ...client, NEXTAUTH_URL: 'http://localhost:3000' })
})
afterAll(() => provider.close())
beforeEach(() => {
  claims = { sub: crypto.randomUUID(), email: 'Grace@Example.org', email_verified: true, name: 'Grace' }
})

test('whoever was invited by their address comes in, the first time and every other', async () => {
  const event = await makeEvent()
  const { id } = await makeUser({ email: 'grace@example.org', roles: { [event.id]: 'organizer' } })
  for (const _ of ['first', 'again']) {
    const session = await signInElsewhere()
    expect(await findPublicStanding(session!, event.id)).toMatchObject({ userId: id, role: 'organizer' })
  }
  expect(await db().account.count({ where: { userId: id } })).toBe(1)
})

test('an address that the provider does not vouch for opens nobody’s account', async () => {
  await makeUser({ email: 'ada@example.org' })
  claims = { sub: 'a stranger', email: 'ada@example.org', email_verified: false }
  expect(await signInElsewhere()).toBeUndefined()
  expect(await db().account.count({ where: { providerAccountId: 'a stranger' } })).toBe(0)
})

test('a disabled account stays closed', async () => {
  const event = await makeEvent()
  const roles = { [event.id]: 'owner' } as const
  await makeUser({ email: 'sam@example.org', disabledAt: new Date(), roles })
  claims = { ...claims, email: 'sam@example.org' }
  for (const _ of ['first', 'again']) {
    const session = await signInElsewhere()
    expect(session ? await findPublicStanding(session, event.id) : null).toBeNull()
  }
})

/** The whole way to the provider and back; answers what the session cookie carries then, if there is one. */
async function signInElsewhere(): Promise<string | undefined> {
  const { token, name, value } = csrfCookie()
  const jar: Record<string, string> = { [name]: value }
  const away = await ask(jar, 'signin', { method: 'POST', body: { csrfToken: token } })
  const back = (await fetch(away, { redirect: 'manual' })).headers.get('location')!
  await ask(jar, 'callback', { method: 'GET', query: Object.fromEntries(new URL(back).searchParams) })
  return jar[sessionCookie().name]
}

/** Asks next-auth as a browser with these cookies would, and keeps those it sets; answers where it leads. */
async function ask(
  jar: Record<string, string>,
  action: string,
  request: { query?: object; method: string; body?: object },
) {
  const answer = new http.ServerResponse({ method: request.method } as http.IncomingMessage)
  const next = Object.assign(answer, {
    status: (code: number) => Object.assign(answer, { statusCode: code }),
    redirect: (to: string) => answer.setHeader('location', to),
    json: () => answer.end(),
    send: () => answer.end(),
  })
  const query = { ...request.query, nextauth: [action, 'oidc'] }
  await NextAuth({ headers: {}, ...request, query, cookies: jar } as never, next as never, authOptions())
  for (const line of [answer.getHeader('set-cookie') ?? []].flat()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(String(line))!
    jar[name!] = decodeURIComponent(value!)
  }
  return String(answer.getHeader('location'))
}
