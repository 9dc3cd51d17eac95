import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { checkInKeyFromBearer } from '../auth/check-in-key-from-bearer'
import { spendSignInLink } from '../auth/spend-sign-in-link'
import { db } from '../db/client'
import { grantCommand } from './grant-command'

useTestDatabase()

let said = ''
let complained = ''
beforeEach(() => {
  said = complained = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text
    return true
  })
})
afterEach(() => void vi.restoreAllMocks())

test('prints one line that ends with a link, which signs an admin in', async () => {
  expect(await grantCommand(['Root@Example.org', '--admin'])).toBe(0)
  expect(said).toMatch(/^[^\n]+ http:\/\/localhost:3000\/sign-in\/[\w-]+\n$/)
  expect((await spendSignInLink(said.trim().split('/').at(-1)!)).ok).toBe(true)
  expect(await db().user.findUnique({ where: { email: 'root@example.org' } })).toMatchObject({
    isAdmin: true,
  })
})

test('prints a bearer token as the last word, good until a day after the event', async () => {
  const event = await makeEvent()
  const args = ['door@example.org', '--event', event.slug, '--role', 'check_in', '--api']
  expect(await grantCommand(args)).toBe(0)
  expect((await checkInKeyFromBearer(event.slug, said.trim().split(' ').at(-1)!)).ok).toBe(true)
  const { expiresAt } = await db().accessToken.findFirstOrThrow({ where: { eventId: event.id } })
  expect(expiresAt.getTime() - event.endsAt.getTime()).toBe(24 * 3_600_000)
})

test.each([
  [[], 'grant EMAIL'],
  [['nobody'], 'not an e-mail address'],
  [['a@example.org'], 'grant EMAIL'],
  [['a@example.org', '--event', 'spring'], 'grant EMAIL'],
  [['a@example.org', '--event', 'spring', '--role', 'king'], 'grant EMAIL'],
  [['a@example.org', '--admin', '--event', 'spring', '--role', 'owner'], 'grant EMAIL'],
  [['a@example.org', '--event', 'spring', '--role', 'owner', '--api'], '--api goes with'],
  [['a@example.org', '--event', 'never-heard-of', '--role', 'owner'], 'no event “never-heard-of”'],
  [['a@example.org', '--sudo'], '--sudo'],
])('%j is refused with a sentence, and nothing happens', async (args, sentence) => {
  expect(await grantCommand(args)).toBe(1)
  expect(said).toBe('')
  expect(complained).toContain(sentence)
  expect(await db().user.count({ where: { email: 'a@example.org' } })).toBe(0)
})

test('an event long over gets no token', async () => {
  const event = await makeEvent({
    startsAt: new Date('2024-04-16T07:30Z'),
    endsAt: new Date('2024-04-16T17:00Z'),
  })
  expect(await grantCommand(['d@example.org', '--event', event.slug, '--role', 'check_in', '--api'])).toBe(1)
  expect(complained).toContain('has been over')
})
