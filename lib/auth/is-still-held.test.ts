import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeDevice } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeAccessToken, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { CheckInKey } from '../keys'
import { checkInKeyFromBearer } from './check-in-key-from-bearer'
import { isStillHeld } from './is-still-held'

useTestDatabase()

let event: MadeEvent
beforeEach(async () => {
  event = await makeEvent()
})

const now = () => new Date()
const past = new Date(0)

test.each([
  ['revoked', { revokedAt: past }],
  ['over', { endsAt: past }],
  ['of another rank', { role: 'supervisor' as const }],
])('the key of a phone is held until it is %s', async (_, data) => {
  const phone = await makeDevice(event)
  expect(await isStillHeld(phone.key)).toBe(true)
  await db().device.update({ where: { id: phone.id }, data })
  expect(await isStillHeld(phone.key)).toBe(false)
})

test.each([
  ['disabled', (userId: string) => db().user.update({ where: { id: userId }, data: { disabledAt: now() } })],
  ['out of the team', (userId: string) => db().teamMember.deleteMany({ where: { userId } })],
  [
    'demoted',
    (userId: string) => db().teamMember.updateMany({ where: { userId }, data: { role: 'check_in' } }),
  ],
])('the key of somebody signed in is held until they are %s; so is their program’s', async (_, act) => {
  const user = await makeUser({ roles: { [event.id]: 'organizer' } })
  const whose = { userId: user.id, tokenId: null, deviceId: null, deviceName: null }
  const key = { eventId: event.id, ...whose, rank: 'supervisor' } as CheckInKey
  const program = await heldBy(await makeAccessToken('check_in_api', user, { eventId: event.id }))
  expect([await isStillHeld(key), await isStillHeld(program)]).toEqual([true, true])
  await act(user.id)
  expect([await isStillHeld(key), await isStillHeld(program)]).toEqual([false, false])
})

test('the key of a program is held until its token is revoked or over; admins stand at every door', async () => {
  const admin = await makeUser({ isAdmin: true })
  for (const data of [{ revokedAt: past }, { expiresAt: past }]) {
    const program = await heldBy(await makeAccessToken('check_in_api', admin, { eventId: event.id }))
    expect(await isStillHeld(program)).toBe(true)
    await db().accessToken.update({ where: { id: program.tokenId! }, data })
    expect(await isStillHeld(program)).toBe(false)
    expect(await isStillHeld({ ...program, tokenId: null })).toBe(true)
  }
})

async function heldBy(token: string): Promise<CheckInKey> {
  const held = await checkInKeyFromBearer(event.slug, token)
  if (!held.ok) throw new Error(held.refusal)
  return held.key
}
