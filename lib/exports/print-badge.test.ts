import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import type { CheckInKey, DoorRank } from '../keys'
import { findBadgeFace, isBadgeTicket } from './badge-ticket'
import { printBadge } from './print-badge'

useTestDatabase()

let event: MadeEvent
let key: CheckInKey

beforeEach(async () => {
  event = await makeEvent()
  key = await keyOf('staff')
})

test('a print is noted, and every one after it as one more', async () => {
  const { id } = await makeRegistration(event, { name: 'Zoë Sample', photo: 'no_camera' })
  const [first, again] = [await printBadge(key, id), await printBadge(key, id)]
  expect([first.ok && first.value.isAgain, again.ok && again.value.isAgain]).toEqual([false, true])
  const lines = await db().historyEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } })
  expect(lines.map(({ act, actorId, facts }) => [act, actorId, facts])).toEqual([
    ['badge_printed', key.userId, { deed: 'first' }],
    ['badge_printed', key.userId, { deed: 'again' }],
  ])
  expect(await findBadgeFace(key, id)).toMatchObject({ name: 'Zoë Sample', isNoCamera: true })
})

test('of two who print at once one is the first', async () => {
  const { id } = await makeRegistration(event)
  const prints = await Promise.all([printBadge(key, id), printBadge(key, id)])
  expect(prints.map((print) => print.ok && print.value.isAgain).toSorted()).toEqual([false, true])
})

test('a ticket opens one badge to whoever printed it', async () => {
  const [{ id }, other] = [await makeRegistration(event), await makeRegistration(event)]
  const printed = await printBadge(key, id)
  const ticket = printed.ok ? printed.value.ticket : ''
  expect(isBadgeTicket(key, id, ticket)).toBe(true)
  expect(isBadgeTicket(key, other.id, ticket)).toBe(false)
  expect(isBadgeTicket(await keyOf('staff'), id, ticket)).toBe(false)
})

test('nobody who does not come has a badge, nor people of other events; devices that only scan print none', async () => {
  const strangers = [
    await makeRegistration(event, { status: 'cancelled' }),
    await makeRegistration(event, { status: 'waitlisted' }),
    await makeRegistration(await makeEvent()),
  ]
  for (const { id } of strangers)
    expect(await printBadge(key, id)).toEqual({ ok: false, refusal: 'unknown_registration' })
  const { id } = await makeRegistration(event)
  expect(await printBadge(await keyOf('scan_only'), id)).toEqual({ ok: false, refusal: 'not_allowed' })
  expect(await db().historyEntry.count({ where: { eventId: event.id, act: 'badge_printed' } })).toBe(0)
})

async function keyOf(rank: DoorRank): Promise<CheckInKey> {
  const { id: userId } = await makeUser({ roles: { [event.id]: 'check_in' } })
  return { eventId: event.id, userId, tokenId: null, deviceId: null, deviceName: null, rank } as CheckInKey
}
