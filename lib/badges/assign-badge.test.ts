import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { organizerOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { recordScans } from '../check-in/record-scans'
import { db } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey, DoorRank } from '../keys'
import { assignBadge } from './assign-badge'
import { makeBlankBadges } from './make-blank-badges'
import { listBlankBadges } from './queries'

useTestDatabase()

let event: MadeEvent
let key: CheckInKey

beforeEach(async () => {
  event = await makeEvent()
  key = await keyOf('staff')
  await makeBlankBadges(organizerOf(event, newId()), 3)
})

test('a blank badge finds its person from then on, by number and by code', async () => {
  const [ada, eve] = [await makeRegistration(event, { name: 'Ada Example' }), await makeRegistration(event)]
  const [, second, third] = await blanks()
  expect(await assignBadge(key, ada.id, '2')).toEqual({ ok: true, value: { number: 2 } })
  expect(await assignBadge(key, eve.id, third!.code.toLowerCase())).toEqual({
    ok: true,
    value: { number: 3 },
  })
  expect(await scan(second!.code)).toMatchObject({
    outcome: 'arrived',
    person: { name: 'Ada Example', badge: '2' },
  })
  expect(await scan(ada.code)).toMatchObject({ outcome: 'already_arrived', person: { badge: '2' } })
})

test('one that nobody has finds nobody', async () => {
  const [first] = await blanks()
  expect(await scan(first!.code)).toMatchObject({ outcome: 'refused', reason: 'unknown' })
})

test('whoever gets another one has lost the first, which finds nobody', async () => {
  const { id } = await makeRegistration(event)
  const [first] = await blanks()
  await assignBadge(key, id, '1')
  await assignBadge(key, id, '2')
  expect(await scan(first!.code)).toMatchObject({ reason: 'unknown' })
  expect((await blanks()).map(({ number }) => number)).toEqual([3])
})

test('twice is once', async () => {
  const { id } = await makeRegistration(event)
  for (const _ of [1, 2]) await assignBadge(key, id, '1')
  expect(await db().historyEntry.count({ where: { subjectId: id, act: 'badge_given' } })).toBe(1)
})

test('of two desks with one badge, one gives it away', async () => {
  const people = await Promise.all([makeRegistration(event), makeRegistration(event)])
  const answers = await Promise.all(people.map(({ id }) => assignBadge(key, id, '1')))
  expect(answers.map((answer) => (answer.ok ? 'given' : answer.refusal)).toSorted()).toEqual([
    'badge_taken',
    'given',
  ])
})

test('a badge of somebody, of another event, of no event; a person of another event; a device that only scans', async () => {
  const [ada, eve] = [await makeRegistration(event), await makeRegistration(event)]
  const other = await makeEvent()
  await makeBlankBadges(organizerOf(other, newId()), 9)
  await assignBadge(key, ada.id, '1')
  const refusal = async (who: string, badge: string, holder = key) => {
    const answer = await assignBadge(holder, who, badge)
    return answer.ok ? 'given' : answer.refusal
  }
  expect(await refusal(eve.id, '1')).toBe('badge_taken')
  for (const badge of ['9', '0', '-1', '1e99', 'none', 'AAAA-BBBB-CCCC'])
    expect(await refusal(eve.id, badge)).toBe('unknown_badge')
  expect(await refusal((await makeRegistration(other)).id, '2')).toBe('unknown_registration')
  expect(await refusal(eve.id, '2', await keyOf('scan_only'))).toBe('not_allowed')
})

test('two who make blank ones at once get different numbers', async () => {
  await Promise.all([1, 2].map(() => makeBlankBadges(organizerOf(event, newId()), 5)))
  expect((await blanks()).map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
})

const blanks = () => listBlankBadges(organizerOf(event, newId()), 100)

async function scan(code: string) {
  const [answer] = await recordScans(key, {
    device: 'desk',
    scans: [{ id: newId(), kind: 'arrive', code, at: new Date() }],
  })
  return answer
}

async function keyOf(rank: DoorRank): Promise<CheckInKey> {
  const { id: userId } = await makeUser({ roles: { [event.id]: 'check_in' } })
  return { eventId: event.id, userId, tokenId: null, deviceId: null, deviceName: null, rank } as CheckInKey
}
