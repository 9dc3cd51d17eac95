import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeOwner, makeSession, makeUser } from '@/prisma/factories/team'
import { checkInKeyFromBearer } from '../auth/check-in-key-from-bearer'
import { findPublicStanding } from '../auth/queries'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { OwnerKey } from '../keys'
import { changeRole } from './change-role'
import { handOver } from './hand-over'
import { leaveTeam, removeMember } from './remove-member'

useTestDatabase()

const lastOwner = { ok: false, refusal: 'last_owner' }
const ownerNoMore = { ok: false, refusal: 'owner_no_more' }
const unknown = { ok: false, refusal: 'unknown_member' }

let event: MadeEvent
let key: OwnerKey
let kim: { id: string }
beforeEach(async () => {
  event = await makeEvent()
  key = (await makeOwner(event)).key
  kim = await makeUser({ roles: { [event.id]: 'organizer' } })
})

test('a role changes with the very next click, once, and history says from what to what', async () => {
  const session = await makeSession(kim)
  const roles = { seen: 'organizer', role: 'check_in' } as const
  expect(await changeRole(key, kim.id, roles)).toEqual({ ok: true, value: { isNew: true } })
  expect(await changeRole(key, kim.id, roles)).toEqual({ ok: true, value: { isNew: false } })
  expect(await findPublicStanding(session, event.id)).toMatchObject({ role: 'check_in' })
  expect(await acts()).toEqual([['changed_role', { from: 'organizer', role: 'check_in' }]])
})

test('of two owners who change one role at once the second is told, and what the first said stays', async () => {
  const other = (await makeOwner(event)).key
  const change = (by: OwnerKey, role: 'owner' | 'check_in') =>
    changeRole(by, kim.id, { seen: 'organizer', role })
  const answers = await Promise.all([change(key, 'owner'), change(other, 'check_in')])
  const first = answers[0]!.ok ? 'owner' : 'check_in'
  expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'changed_meanwhile' }])
  expect((await roles())[kim.id]).toBe(first)
  expect(await acts()).toEqual([['changed_role', { from: 'organizer', role: first }]])
  expect((await changeRole(other, kim.id, { seen: first, role: 'organizer' })).ok).toBe(true)
})

test('whoever was removed is out at once, their programs too, also when they come back', async () => {
  const session = await makeSession(kim)
  const token = await makeAccessToken('check_in_api', kim, { eventId: event.id })
  expect((await checkInKeyFromBearer(event.slug, token)).ok).toBe(true)
  expect(await removeMember(key, kim.id)).toEqual({ ok: true, value: { role: 'organizer' } })
  expect(await findPublicStanding(session, event.id)).toMatchObject({ role: null })
  expect(await removeMember(key, kim.id)).toEqual(unknown)
  await db().teamMember.create({ data: { eventId: event.id, userId: kim.id, role: 'check_in' } })
  expect(await checkInKeyFromBearer(event.slug, token)).toEqual({ ok: false, refusal: 'bad_token' })
  expect(await acts()).toEqual([['removed_from_team', { role: 'organizer' }]])
})

test('handing over makes one owner of another, both or neither', async () => {
  expect(await handOver(key, newId())).toEqual(unknown)
  expect(await handOver(key, key.userId)).toEqual(unknown)
  expect(await handOver(key, kim.id)).toEqual({ ok: true, value: null })
  expect(await roles()).toEqual({ [key.userId]: 'organizer', [kim.id]: 'owner' })
  expect(await handOver(key, kim.id)).toEqual(ownerNoMore)
  expect(await acts()).toEqual([['handed_over', {}]])
})

test('an admin changes a team without being in it, and has nothing to hand over or leave', async () => {
  const admin = { ...key, userId: (await makeUser({ isAdmin: true })).id, role: 'admin' } as OwnerKey
  expect((await changeRole(admin, kim.id, { seen: 'organizer', role: 'owner' })).ok).toBe(true)
  expect((await removeMember(admin, key.userId)).ok).toBe(true)
  expect(await removeMember(admin, kim.id)).toEqual(lastOwner)
  expect(await handOver(admin, kim.id)).toEqual(ownerNoMore)
  expect(await leaveTeam(admin)).toEqual(unknown)
})

test('nobody acts on the team of another event', async () => {
  const stranger = await makeUser({ roles: { [(await makeEvent()).id]: 'organizer' } })
  expect(await changeRole(key, stranger.id, { seen: 'organizer', role: 'owner' })).toEqual(unknown)
  expect(await removeMember(key, stranger.id)).toEqual(unknown)
  expect(await handOver(key, stranger.id)).toEqual(unknown)
})

describe('the last owner', () => {
  test('cannot leave, be demoted or removed; a disabled owner is none', async () => {
    await makeOwner(event, { disabledAt: new Date() })
    expect(await leaveTeam(key)).toEqual(lastOwner)
    expect(await changeRole(key, key.userId, { seen: 'owner', role: 'organizer' })).toEqual(lastOwner)
    expect(await removeMember(key, key.userId)).toEqual(lastOwner)
    expect(await acts()).toEqual([])
  })

  test('stays when two owners remove, demote or leave each other at once', async () => {
    for (let race = 0; race < 15; race++) {
      const place = await makeEvent()
      const [one, other] = [(await makeOwner(place)).key, (await makeOwner(place)).key]
      const ways = [
        () => [removeMember(one, other.userId), removeMember(other, one.userId)],
        () => [
          changeRole(one, other.userId, { seen: 'owner', role: 'check_in' }),
          changeRole(other, one.userId, { seen: 'owner', role: 'organizer' }),
        ],
        () => [leaveTeam(one), leaveTeam(other)],
      ]
      const answers = await Promise.all<{ ok: boolean }>(ways[race % 3]!())
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await db().teamMember.count({ where: { eventId: place.id, role: 'owner' } })).toBe(1)
    }
  })

  test('is kept by the database itself, whoever asks', async () => {
    const refusal = /a team keeps an owner/
    const where = { eventId: event.id, role: 'owner' } as const
    await expect(db().teamMember.deleteMany({ where })).rejects.toThrow(refusal)
    await expect(db().teamMember.updateMany({ where, data: { role: 'check_in' } })).rejects.toThrow(refusal)
    await expect(db().user.delete({ where: { id: key.userId } })).rejects.toThrow(refusal)
    const other = await makeOwner(event)
    const out = (userId: string) => sql().query('DELETE FROM team_member WHERE user_id = $1', [userId])
    const both = await Promise.allSettled([out(key.userId), out(other.user.id)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().teamMember.count({ where })).toBe(1)
    await db().event.delete({ where: { id: event.id } })
    expect(await db().teamMember.count({ where })).toBe(0)
  })
})

async function acts() {
  const where = { eventId: event.id, actorId: { not: null } }
  const lines = await db().historyEntry.findMany({ where, orderBy: { id: 'asc' } })
  return lines.map(({ act, facts }) => [act, facts])
}

async function roles() {
  const rows = await db().teamMember.findMany({ where: { eventId: event.id } })
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]))
}
