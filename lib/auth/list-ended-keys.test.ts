import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makePasskey } from '@/prisma/factories/accounts'
import { makeDevice } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeSession, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { CheckInKey } from '../keys'
import { checkInKeyFromBearer } from './check-in-key-from-bearer'
import { listEndedKeys } from './list-ended-keys'

useTestDatabase()

let event: MadeEvent
beforeEach(async () => {
  event = await makeEvent()
})

const now = () => new Date()
const past = new Date(0)
const isHeld = async (key: CheckInKey) => (await listEndedKeys(event.id, [key])).length === 0

test.each([
  ['revoked', { revokedAt: past }],
  ['over', { endsAt: past }],
  ['of another rank', { role: 'supervisor' as const }],
])('the key of a phone is held until it is %s', async (_, data) => {
  const phone = await makeDevice(event)
  expect(await isHeld(phone.key)).toBe(true)
  await db().device.update({ where: { id: phone.id }, data })
  expect(await isHeld(phone.key)).toBe(false)
})

test('a day after the event neither a phone nor a program is at its door, whatever was written beside them', async () => {
  const user = await makeUser({ roles: { [event.id]: 'organizer' } })
  const token = await makeAccessToken('check_in_api', user, { eventId: event.id })
  const keys = [(await makeDevice(event)).key, await heldBy(token)]
  expect(await listEndedKeys(event.id, keys)).toEqual([])
  const dayAgo = new Date(Date.now() - 86_400_000)
  await db().event.update({ where: { id: event.id }, data: { startsAt: past, endsAt: dayAgo } })
  await db().device.updateMany({ data: { endsAt: new Date(Date.now() + 60_000) } })
  await db().accessToken.updateMany({ data: { expiresAt: new Date(Date.now() + 60_000) } })
  expect(await listEndedKeys(event.id, keys)).toEqual([0, 1])
  expect(await checkInKeyFromBearer(event.slug, token)).toEqual({ ok: false, refusal: 'bad_token' })
})

test.each([
  ['disabled', (userId: string) => db().user.update({ where: { id: userId }, data: { disabledAt: now() } })],
  ['out of the team', (userId: string) => db().teamMember.deleteMany({ where: { userId } })],
  [
    'demoted',
    (userId: string) => db().teamMember.updateMany({ where: { userId }, data: { role: 'check_in' } }),
  ],
])('the key of somebody signed in is held until they are %s; so is their program’s', async (_, act) => {
  const { user, key } = await signedIn()
  const program = await heldBy(await makeAccessToken('check_in_api', user, { eventId: event.id }))
  expect([await isHeld(key), await isHeld(program)]).toEqual([true, true])
  await act(user.id)
  expect([await isHeld(key), await isHeld(program)]).toEqual([false, false])
})

test.each([
  ['signed out', (userId: string) => db().session.deleteMany({ where: { userId } })],
  ['expired', (userId: string) => db().session.updateMany({ where: { userId }, data: { expires: past } })],
  [
    'idle for too long',
    (userId: string) => db().session.updateMany({ where: { userId }, data: { lastSeenAt: past } }),
  ],
  ['owing a second factor', (userId: string) => makePasskey({ id: userId })],
])('the key of a browser is held until its session is %s; their program’s stays', async (_, act) => {
  const { user, key } = await signedIn()
  const other = await signedIn()
  const program = await heldBy(await makeAccessToken('check_in_api', user, { eventId: event.id }))
  expect(await listEndedKeys(event.id, [program, key, other.key])).toEqual([])
  await act(user.id)
  expect(await listEndedKeys(event.id, [program, key, other.key])).toEqual([1])
})

test('the key of a program is held until its token is revoked or over; admins stand at every door', async () => {
  const admin = await makeUser({ isAdmin: true })
  for (const data of [{ revokedAt: past }, { expiresAt: past }]) {
    const program = await heldBy(await makeAccessToken('check_in_api', admin, { eventId: event.id }))
    expect(await isHeld(program)).toBe(true)
    await db().accessToken.update({ where: { id: program.tokenId! }, data })
    expect(await isHeld(program)).toBe(false)
    expect(await isHeld({ ...program, tokenId: null })).toBe(true)
  }
})

/** Somebody of the team, and the key that their browser holds. */
async function signedIn() {
  const user = await makeUser({ roles: { [event.id]: 'organizer' } })
  await makeSession(user)
  const { id: sessionId } = await db().session.findFirstOrThrow({ where: { userId: user.id } })
  const whose = { userId: user.id, sessionId, tokenId: null, deviceId: null, deviceName: null }
  return { user, key: { eventId: event.id, ...whose, rank: 'supervisor' } as CheckInKey }
}

async function heldBy(token: string): Promise<CheckInKey> {
  const held = await checkInKeyFromBearer(event.slug, token)
  if (!held.ok) throw new Error(held.refusal)
  return held.key
}
