import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { env } from '../env'
import { unseal } from '../tokens'
import { composeSignInMail } from './mails'
import { requestSignIn } from './request-sign-in'
import { signInInput } from './schema'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()

let networks = 0
const context = (to = '/organizer') => ({ network: `198.51.100.${++networks}`, language: 'de' as const, to })
const ask = (email: string, from = context()) => requestSignIn(signInInput.parse({ email }), from)

test('somebody with an account gets a link that works; the outbox holds it sealed', async () => {
  const user = await makeUser({ email: 'grace@example.org' })
  expect(await ask(' Grace@Example.org ', context('/check-in/spring'))).toEqual({ ok: true, value: null })
  const mail = await db().outboxMail.findFirstOrThrow({ where: { toAddress: user.email } })
  const token = unseal('mail', mail.sealed!)!
  expect(JSON.stringify({ ...mail, sealed: '' })).not.toContain(token)
  const letter = composeSignInMail({ ...mail, language: 'de' })
  expect(letter.actions).toEqual([
    { label: 'Einloggen', link: { to: 'sealed', path: '/sign-in/{token}?to=%2Fcheck-in%2Fspring' } },
  ])
  const { expiresAt } = await db().accessToken.findFirstOrThrow({ where: { userId: user.id } })
  expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(10 * 60_000)
  expect((await spendSignInLink(token)).ok).toBe(true)
})

test('a stranger and a disabled account get the same answer, no sooner, and no mail', async () => {
  await makeUser({ email: 'gone@example.org', disabledAt: new Date() })
  const before = await db().outboxMail.count()
  const started = performance.now()
  expect(await ask('stranger@example.org')).toEqual({ ok: true, value: null })
  expect(performance.now() - started).toBeGreaterThan(190)
  expect(await ask('gone@example.org')).toEqual({ ok: true, value: null })
  expect(await db().outboxMail.count()).toBe(before)
})

test('one network may not ask for ever', async () => {
  const from = context()
  const tries = Array.from({ length: env().signInPerAddressPerMinute }, (_, at) =>
    ask(`n${at}@example.org`, from),
  )
  expect((await Promise.all(tries)).every(({ ok }) => ok)).toBe(true)
  expect(await ask('one-more@example.org', from)).toEqual({ ok: false, refusal: 'too_many_tries' })
  expect((await ask('one-more@example.org')).ok).toBe(true)
})

test('nobody can lock somebody else out of their mailbox, not even from the same network', async () => {
  const { id: userId } = await makeUser({ email: 'target@example.org' })
  const mails = () => db().outboxMail.count({ where: { toAddress: 'target@example.org' } })
  const most = env().signInPerPersonPerHour
  const office = context()
  for (let at = 0; at < most + 3; at++) await ask('target@example.org', office)
  expect(await mails()).toBe(most)
  await ask('target@example.org')
  expect(await mails()).toBe(most + 1)
  await db().accessToken.updateMany({ where: { userId }, data: { usedAt: new Date() } })
  await Promise.all([ask('target@example.org', office), ask('target@example.org', office)])
  expect(await mails()).toBe(most + 2)
  const nearlyOver = new Date(Date.now() + 4 * 60_000)
  await db().accessToken.updateMany({ where: { userId }, data: { expiresAt: nearlyOver } })
  await ask('target@example.org', office)
  expect(await mails()).toBe(most + 3)
})

test('a line of IPv6 counts once, whichever of its addresses asks', async () => {
  const tries = Array.from({ length: env().signInPerAddressPerMinute }, (_, at) =>
    ask(`v${at}@example.org`, { ...context(), network: `2001:db8:7:1::${at.toString(16)}` }),
  )
  expect((await Promise.all(tries)).every(({ ok }) => ok)).toBe(true)
  const from = (network: string) => ask('one-more@example.org', { ...context(), network })
  expect(await from('2001:db8:7:1:ffff::1')).toEqual({ ok: false, refusal: 'too_many_tries' })
  expect((await from('2001:db8:7:2::1')).ok).toBe(true)
})
