import { beforeAll, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { setEnvironment } from '@/lib/env'
import { POST } from './route'

const asked = vi.hoisted(() => ({ callbackUrl: '' as string | null }))
vi.mock('next/headers', () => ({ cookies: async () => ({ set: () => {} }) }))
vi.mock('next-auth', () => ({
  default: () => async (request: Request) => {
    asked.callbackUrl = new URLSearchParams(await request.text()).get('callbackUrl')
    return new Response()
  },
}))

useTestDatabase()
const base = 'http://localhost:3000'
beforeAll(() => {
  const client = { OIDC_CLIENT_ID: 'lanyard', OIDC_CLIENT_SECRET: 'an invented one' }
  setEnvironment({ OIDC_ISSUER: 'https://id.example.org', ...client, BASE_URL: base })
})

test('a provider leads back to where somebody wanted to go, and nowhere outside of this house', async () => {
  expect(await wayBack({ to: '/join/an-invitation' })).toBe(`${base}/join/an-invitation`)
  expect(await wayBack({ to: '//evil.example' })).toBe(`${base}/organizer`)
  expect(await wayBack({})).toBe(`${base}/organizer`)
})

async function wayBack(fields: Record<string, string>) {
  const body = new URLSearchParams(fields)
  await POST(new Request(`${base}/sign-in/provider`, { method: 'POST', body }))
  return asked.callbackUrl
}
