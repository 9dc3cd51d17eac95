import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { localDate } from '../dates'
import { db } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey, DoorRank } from '../keys'
import { readForm } from '../registrations/read-form'
import { admitWalkIn } from './admit-walk-in'
import type { WalkInHow } from './walk-in-input'

useTestDatabase()

let event: MadeEvent

beforeEach(async () => {
  event = await makeEvent({ onSite: 2, opensAt: new Date('2020-01-01'), closesAt: new Date('2020-01-02') })
})

describe('somebody who comes unannounced', () => {
  test('is registered, in, and told by mail', async () => {
    const key = await keyOf('staff')
    const how = howOf()
    const answer = await admitWalkIn(key, form(), how)
    expect(answer).toMatchObject({ ok: true, value: { result: { id: how.id, outcome: 'arrived' } } })
    const { people, facts, mails, history } = await stateOf()
    expect(people).toMatchObject([{ status: 'confirmed', source: 'walk_in', photo: 'no_camera' }])
    expect(facts).toMatchObject([{ id: how.id, outcome: 'arrived', registrationId: people[0]!.id }])
    expect(mails).toMatchObject([{ kind: 'confirmed', toAddress: 'ada@example.org' }])
    expect(history.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['registered', key.userId],
      ['walked_in', key.userId],
    ])
  })

  test('and was held without network for a day came on the day they were held', async () => {
    const day = 24 * 60 * 60_000
    const [before, today, after] = [-day, 0, day].map((away) => new Date(Date.now() + away))
    await db().event.update({ where: { id: event.id }, data: { startsAt: before, endsAt: after } })
    const key = await keyOf('staff')
    const daysOf = async (email: string, how: Partial<WalkInHow>) => {
      await admitWalkIn(key, form(newId(), email), { ...howOf(), ...how })
      const { days } = await db().registration.findFirstOrThrow({ where: { eventId: event.id, email } })
      return days.map((one) => one.toISOString().slice(0, 10))
    }
    const all = [before!, today!, after!].map((one) => localDate(one, event.timezone))
    expect(await daysOf('held@example.org', { at: before!, sentAt: today! })).toEqual(all)
    expect(await daysOf('slow@example.org', { at: before!, sentAt: before! })).toEqual(all.slice(1))
    expect(await daysOf('fast@example.org', { at: after! })).toEqual(all.slice(1))
  })

  test('twice, and at once: one person, one mail, one answer', async () => {
    const key = await keyOf('staff')
    const how = howOf()
    const answers = await Promise.all(Array.from({ length: 5 }, () => admitWalkIn(key, form(how.id), how)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const { people, facts, mails, history } = await stateOf()
    expect([people.length, facts.length, mails.length, history.length]).toEqual([1, 1, 1, 2])
  })

  test('and whose address is registered already is found, not made again', async () => {
    await makeRegistration(event, { email: 'ada@example.org' })
    const answer = await admitWalkIn(await keyOf('staff'), form(), howOf())
    expect(answer).toEqual({ ok: false, refusal: 'already_registered', problems: undefined })
    expect((await stateOf()).facts).toEqual([])
  })

  test('to a house that needs legal names has to say one', async () => {
    await db().event.update({ where: { id: event.id }, data: { isLegalNameRequired: true } })
    expect(await admitWalkIn(await keyOf('staff'), form(), howOf())).toEqual({
      ok: false,
      refusal: 'wrong_answers',
      problems: { legalName: 'missing' },
    })
  })
})

describe('in a full house', () => {
  beforeEach(async () => {
    for (const _ of [1, 2]) await makeRegistration(event)
  })

  test('they are in line, and not let in', async () => {
    const answer = await admitWalkIn(await keyOf('staff'), form(), howOf())
    expect(answer).toMatchObject({
      ok: true,
      value: { result: { outcome: 'refused', reason: 'waitlisted' } },
    })
  })

  test('a supervisor lets them in with a reason that is kept, beyond what is there by one', async () => {
    const forced = { ...howOf(), isForced: true, reason: 'She opens the event.' }
    const key = await keyOf('supervisor')
    expect(await admitWalkIn(key, form(), { ...forced, reason: '' })).toMatchObject({
      refusal: 'reason_missing',
    })
    expect(await admitWalkIn(key, form(), forced)).toMatchObject({
      value: { result: { outcome: 'arrived' } },
    })
    const { history } = await stateOf()
    expect(history.at(-1)!.facts).toMatchObject({ placesBeyond: 1, reason: 'She opens the event.' })
  })

  test('nobody else does', async () => {
    const forced = { ...howOf(), isForced: true, reason: 'Because.' }
    for (const rank of ['staff', 'scan_only'] as const)
      expect(await admitWalkIn(await keyOf(rank), form(), forced)).toEqual({
        ok: false,
        refusal: 'not_allowed',
      })
    expect((await stateOf()).people).toHaveLength(2)
  })
})

test('two desks and the last place: one is in, the other in line', async () => {
  await makeRegistration(event)
  const key = await keyOf('staff')
  const come = (email: string) => admitWalkIn(key, form(newId(), email), howOf())
  const answers = await Promise.all([come('ada@example.org'), come('eve@example.org')])
  const outcomes = answers.map((answer) => answer.ok && answer.value.result.outcome)
  expect(outcomes.toSorted()).toEqual(['arrived', 'refused'])
})

test('a device that only scans registers nobody', async () => {
  expect(await admitWalkIn(await keyOf('scan_only'), form(), howOf())).toMatchObject({
    refusal: 'not_allowed',
  })
})

async function keyOf(rank: DoorRank): Promise<CheckInKey> {
  const { id: userId } = await makeUser({ roles: { [event.id]: 'check_in' } })
  return { eventId: event.id, userId, tokenId: null, deviceId: null, deviceName: null, rank } as CheckInKey
}

function form(submissionId: string = newId(), email = 'ada@example.org') {
  const values = { name: 'Ada Example', email, presence: 'on_site', photo: 'no_camera', submissionId }
  const read = readForm(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.input
}

const howOf = (): WalkInHow => ({
  id: newId(),
  at: new Date(),
  device: 'desk',
  agreed: 'on_paper',
  isForced: false,
  reason: '',
  language: 'en',
})

const ofThisEvent = () => ({ where: { eventId: event.id } })
const stateOf = async () => ({
  people: await db().registration.findMany(ofThisEvent()),
  facts: await db().checkInFact.findMany(ofThisEvent()),
  mails: await db().outboxMail.findMany(ofThisEvent()),
  history: await db().historyEntry.findMany({ ...ofThisEvent(), orderBy: { at: 'asc' } }),
})
