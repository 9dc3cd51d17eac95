import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { checkInKeyFromBearer } from '../auth/check-in-key-from-bearer'
import { spendSignInLink } from '../auth/spend-sign-in-link'
import { db } from '../db/client'
import { hashToken } from '../tokens'
import { grant, grantApi } from './grant'

useTestDatabase()
const actor = { kind: 'command_line', id: null } as const

test('a grant makes the account, the role and a link, and history remembers', async () => {
  const event = await makeEvent()
  const token = await grant({ email: 'lin@example.org', actor, eventId: event.id, role: 'organizer' })
  const user = await db().user.findUniqueOrThrow({
    where: { email: 'lin@example.org' },
    include: { teamMembers: true },
  })
  expect(user.teamMembers).toMatchObject([{ eventId: event.id, role: 'organizer' }])
  expect(user.isAdmin).toBe(false)
  expect((await spendSignInLink(token)).ok).toBe(true)
  const line = await db().historyEntry.findFirstOrThrow({ where: { act: 'granted', subjectId: user.id } })
  expect(line).toMatchObject({ eventId: event.id, actorKind: 'command_line', facts: { role: 'organizer' } })
})

test('a second grant replaces the role and keeps one account', async () => {
  const event = await makeEvent()
  const wish = { email: 'sam@example.org', actor, eventId: event.id } as const
  await Promise.all([grant({ ...wish, role: 'owner' }), grant({ ...wish, role: 'owner' })])
  await grant({ ...wish, role: 'check_in' })
  const members = await db().teamMember.findMany({ where: { eventId: event.id }, select: { role: true } })
  expect(members).toEqual([{ role: 'check_in' }])
  expect(await db().user.count({ where: { email: 'sam@example.org' } })).toBe(1)
})

test('a bearer token opens its own event until it ends, and is stored as a hash', async () => {
  const [event, other] = [await makeEvent(), await makeEvent()]
  const wish = { email: 'door@example.org', actor, eventId: event.id }
  const token = await grantApi(wish, new Date(Date.now() + 60_000))
  expect(await checkInKeyFromBearer(event.slug, token)).toMatchObject({
    ok: true,
    key: { eventId: event.id },
  })
  expect(await checkInKeyFromBearer(other.slug, token)).toEqual({ ok: false, refusal: 'other_event' })
  const expired = await grantApi(wish, new Date(Date.now() - 1))
  expect(await checkInKeyFromBearer(event.slug, expired)).toEqual({ ok: false, refusal: 'bad_token' })
  const rows = await db().accessToken.findMany({ where: { eventId: event.id }, select: { hash: true } })
  expect(rows.map(({ hash }) => hash).toSorted()).toEqual([token, expired].map(hashToken).toSorted())
})

test('an API grant never lowers what somebody may already do', async () => {
  const event = await makeEvent()
  const wish = { email: 'owner@example.org', actor, eventId: event.id }
  await grant({ ...wish, role: 'owner' })
  await grantApi(wish, new Date(Date.now() + 60_000))
  expect(await db().teamMember.findFirstOrThrow({ where: { eventId: event.id } })).toMatchObject({
    role: 'owner',
  })
})
