import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { hashToken } from '../tokens'
import { hashingAdapter } from './hashing-adapter'

useTestDatabase()
const expires = new Date('2030-01-01T00:00:00Z')

test('a session is stored by its hash alone, found, prolonged and ended by its token', async () => {
  const adapter = hashingAdapter()
  const user = await makeUser()
  const session = await adapter.createSession!({ sessionToken: 'of the cookie', userId: user.id, expires })
  expect(session.sessionToken).toBe('of the cookie')
  const rows = await db().session.findMany({ select: { sessionToken: true } })
  expect(rows).toEqual([{ sessionToken: hashToken('of the cookie') }])

  const found = await adapter.getSessionAndUser!('of the cookie')
  expect(found).toMatchObject({ session: { sessionToken: 'of the cookie', expires }, user: { id: user.id } })
  expect(await adapter.getSessionAndUser!(hashToken('of the cookie'))).toBeNull()

  const later = new Date('2031-01-01T00:00:00Z')
  await adapter.updateSession!({ sessionToken: 'of the cookie', expires: later })
  expect((await adapter.getSessionAndUser!('of the cookie'))?.session.expires).toEqual(later)
  await adapter.deleteSession!('of the cookie')
  await adapter.deleteSession!('of the cookie')
  expect(await db().session.count()).toBe(0)
})

test('a disabled account has no session', async () => {
  const adapter = hashingAdapter()
  const user = await makeUser({ disabledAt: new Date() })
  await adapter.createSession!({ sessionToken: 'disabled', userId: user.id, expires })
  expect(await adapter.getSessionAndUser!('disabled')).toBeNull()
})

test('a linked account keeps who it is at the provider, and none of its tokens', async () => {
  const adapter = hashingAdapter()
  const user = await adapter.createUser!({ id: '', email: 'Ada@Example.org', emailVerified: null })
  expect(user.email).toBe('ada@example.org')
  const account = { userId: user.id, type: 'oauth', provider: 'oidc', providerAccountId: '42' } as const
  await adapter.linkAccount!({ ...account, access_token: 'access secret', id_token: 'id secret' })
  const row = await db().account.findFirstOrThrow({ where: { userId: user.id } })
  expect(JSON.stringify(row)).not.toContain('secret')
  const found = await adapter.getUserByAccount!({ provider: 'oidc', providerAccountId: '42' })
  expect(found?.id).toBe(user.id)
})
