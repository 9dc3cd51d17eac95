import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { hashToken } from '../tokens'
import { hashingAdapter } from './hashing-adapter'
import { findPublicSession } from './queries'

useTestDatabase()
const expires = new Date('2030-01-01T00:00:00Z')

test('a session is stored by its hash alone, and found by its token in this house only', async () => {
  const adapter = hashingAdapter()
  const user = await makeUser()
  const session = await adapter.createSession!({ sessionToken: 'of the cookie', userId: user.id, expires })
  expect(session.sessionToken).toBe('of the cookie')
  const rows = await db().session.findMany({ select: { sessionToken: true } })
  expect(rows).toEqual([{ sessionToken: hashToken('of the cookie') }])
  expect(await findPublicSession('of the cookie')).toMatchObject({ id: user.id })
  expect(await findPublicSession(hashToken('of the cookie'))).toBeNull()
  expect(await db().historyEntry.count({ where: { act: 'signed_in', actorId: user.id } })).toBe(1)
})

test('who this browser was before is no concern of the provider’s answer', async () => {
  const adapter = hashingAdapter()
  const user = await makeUser()
  await adapter.createSession!({ sessionToken: 'left behind', userId: user.id, expires })
  expect(await adapter.getSessionAndUser!('left behind')).toBeNull()
  await adapter.updateSession!({ sessionToken: 'left behind', expires: new Date('2031-01-01T00:00:00Z') })
  expect(await db().session.findFirstOrThrow({ where: { userId: user.id } })).toMatchObject({ expires })
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
