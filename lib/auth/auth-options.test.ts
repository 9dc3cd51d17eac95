import http from 'node:http'
import NextAuth from 'next-auth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Claims, oidcClient, openIdentityProvider } from '@/e2e/support/identity-provider'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeTotp } from '@/prisma/factories/accounts'
import { makeEvent } from '@/prisma/factories/events'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { setEnvironment } from '../env'
import { authOptions } from './auth-options'
import { csrfCookie } from './csrf-cookie'
import { findPublicSession, findPublicStanding } from './queries'
import { sessionCookie } from './session-cookie'

useTestDatabase()

let claims: Claims
let provider: Awaited<ReturnType<typeof openIdentityProvider>>
beforeAll(async () => {
  provider = await openIdentityProvider('http://localhost:3000/api/auth/callback/oidc', () => claims)
  const client = { OIDC_CLIENT_ID: oidcClient.id, OIDC_CLIENT_SECRET: oidcClient.secret }
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
  expect(await db().account.count({ where: { providerAccountId: { endsWith: 'a stranger' } } })).toBe(0)
})

test('whoever is locked out does not come in this way, neither the first time nor later', async () => {
  const grace = await makeUser({ email: 'grace.locked@example.org' })
  const lock = (disabledAt: Date | null) =>
    db().user.update({ where: { id: grace.id }, data: { disabledAt } })
  const linked = () => db().account.count({ where: { userId: grace.id } })
  claims = { ...claims, email: 'Grace.Locked@example.org' }
  await lock(new Date())
  expect([await signInElsewhere(), await linked()]).toEqual([undefined, 0])
  await lock(null)
  expect(await signInElsewhere()).toBeDefined()
  await lock(new Date())
  expect([await signInElsewhere(), await linked()]).toEqual([undefined, 1])
  expect(await db().session.count({ where: { userId: grace.id } })).toBe(1)
})

test('whoever sits at a browser that somebody else was left signed in at comes in as themselves', async () => {
  const [ada, grace] = [await makeUser(), await makeUser({ email: 'grace.two@example.org' })]
  claims = { ...claims, email: grace.email }
  const left = { [sessionCookie().name]: await makeSession(ada) }
  expect(await findPublicSession((await signInElsewhere(left))!)).toMatchObject({ id: grace.id })
  expect(await db().account.count({ where: { userId: ada.id } })).toBe(0)
  expect(await db().account.count({ where: { userId: grace.id } })).toBe(1)
})

test('a provider’s word is no second factor: who has one is asked for it', async () => {
  const grace = await makeUser({ email: 'grace.three@example.org' })
  await makeTotp(grace)
  claims = { ...claims, email: grace.email }
  expect(await findPublicSession((await signInElsewhere())!)).toMatchObject({ owes: 'proof' })
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
async function signInElsewhere(before: Record<string, string> = {}): Promise<string | undefined> {
  const { token, name, value } = csrfCookie()
  const jar: Record<string, string> = { ...before, [name]: value }
  const away = await ask(jar, 'signin', { method: 'POST', body: { csrfToken: token } })
  const back = await throughProvider(away)
  await ask(jar, 'callback', { method: 'GET', query: Object.fromEntries(back.searchParams) })
  return jar[sessionCookie().name]
}

/** Presses the provider's button as a browser would; answers where it leads back to. */
async function throughProvider(away: string): Promise<URL> {
  const jar = new Map<string, string>()
  for (let at = new URL(away), method = 'GET'; ; ) {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer: Response = await fetch(at, { method, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    method = answer.status === 200 ? 'POST' : 'GET'
    at = new URL(answer.headers.get('location') ?? at, at)
    if (!at.href.startsWith(provider.issuer)) return at
  }
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
