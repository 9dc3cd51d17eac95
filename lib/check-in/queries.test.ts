import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeAnswers, makeQuestions } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey, DoorRank } from '../keys'
import { countArrivals, findArrivalCard, findAtTheDoor } from './queries'
import { recordScans } from './record-scans'
import type { Scan } from './schema'

useTestDatabase()

let event: MadeEvent
let key: CheckInKey

beforeEach(async () => {
  event = await makeEvent()
  key = await keyFor(event)
})

const people = ['Jörg Müller', 'Zoë Straße', "Sean O'Brien", 'Łukasz Ørsted', 'Иван Пример', 'Αλέξανδρος']

describe('searching', () => {
  test.each([
    ['mu', ['Jörg Müller']],
    ['muel', ['Jörg Müller']],
    ['MÜLL', ['Jörg Müller']],
    ['jo', ['Jörg Müller']],
    ['strasse', ['Zoë Straße']],
    ['zoe st', ['Zoë Straße']],
    ["o'b", ["Sean O'Brien"]],
    ['rien', ["Sean O'Brien"]],
    ['luka', ['Łukasz Ørsted']],
    ['ŁUKASZ ø', ['Łukasz Ørsted']],
    ['oerst', ['Łukasz Ørsted']],
    ['иван', ['Иван Пример']],
    ['ПРИМ', ['Иван Пример']],
    ['αλεξανδροσ', ['Αλέξανδρος']],
    ['ΑΛΈΞΑΝΔΡΟΣ', ['Αλέξανδρος']],
    ['%%', []],
    ['m', []],
    [' ', []],
    ['\u0301\u0301', []],
  ])('%s', async (text, names) => {
    for (const name of people) await makeRegistration(event, { name })
    expect((await findAtTheDoor(key, 'entrance', text)).map(({ name }) => name)).toEqual(names)
  })

  test('by a whole code, and by its last group alone', async () => {
    const { id, code } = await makeRegistration(event)
    const codeEnd = code.slice(-4)
    for (const text of [code, code.toLowerCase().replaceAll('-', ''), codeEnd.toLowerCase()]) {
      expect(await findAtTheDoor(key, 'entrance', text)).toMatchObject([{ registrationId: id, codeEnd }])
    }
  })

  test('by the code of a badge that was blank', async () => {
    const { id } = await makeRegistration(event, { name: 'Ada Example' })
    await makeRegistration(event, { name: 'Ben Example' })
    const code = 'K7QF-9MTD-WX2C'
    await db().badge.create({ data: { eventId: event.id, number: 1, code, registrationId: id } })
    for (const rank of ['staff', 'scan_only'] as const)
      expect(await findAtTheDoor({ ...key, rank }, 'entrance', code)).toMatchObject([{ registrationId: id }])
  })

  test('whoever only scans finds nobody by twelve letters that are no code of theirs', async () => {
    const { id, code } = await makeRegistration(event, { name: 'Ada', organization: 'Example Works' })
    const search = (text: string, rank: DoorRank) => findAtTheDoor({ ...key, rank }, 'entrance', text)
    expect(await search('Example Works', 'staff')).toHaveLength(1)
    expect(await search('Example Works', 'scan_only')).toEqual([])
    expect(await search(code, 'scan_only')).toMatchObject([{ registrationId: id }])
  })

  test('shows a name, an organisation, the end of a code and the state; nothing else that is known', async () => {
    const { id, code } = await makeRegistration(event, {
      name: 'Ada Example',
      legalName: 'Augusta Example',
      organization: 'Example Works',
      allergies: 'peanuts',
      accessibility: 'a ramp',
    })
    expect(await findAtTheDoor(key, 'entrance', 'ada')).toEqual([
      {
        registrationId: id,
        name: 'Ada Example',
        organization: 'Example Works',
        codeEnd: code.slice(-4),
        status: 'confirmed',
        legalName: null,
        arrivedAt: null,
      },
    ])
  })

  test('finds and shows the legal name only where there is an access list', async () => {
    const guarded = await makeEvent({ isLegalNameRequired: true })
    for (const each of [event, guarded])
      await makeRegistration(each, { name: 'Ada', legalName: 'Augusta Example' })
    expect(await findAtTheDoor(key, 'entrance', 'augusta')).toEqual([])
    expect(await findAtTheDoor(await keyFor(guarded), 'entrance', 'augusta')).toMatchObject([
      { name: 'Ada', legalName: 'Augusta Example' },
    ])
  })

  test('ten at most, never of another event, never the erased, the cancelled last', async () => {
    await makeRegistration(await makeEvent(), { name: 'Ada Elsewhere' })
    await makeRegistration(event, { name: 'Ada Erased', status: 'cancelled', cancelReason: 'erased' })
    await makeRegistration(event, { name: 'Ada A. Cancelled', status: 'cancelled' })
    for (let n = 0; n < 9; n++) await makeRegistration(event, { name: `Ada Number ${n}` })
    const names = (await findAtTheDoor(key, 'entrance', 'ada')).map(({ name }) => name)
    expect(names).toEqual([...Array.from({ length: 9 }, (_, n) => `Ada Number ${n}`), 'Ada A. Cancelled'])
    await makeRegistration(event, { name: 'Ada Number 9' })
    expect(await findAtTheDoor(key, 'entrance', 'ada')).toHaveLength(10)
  })
})

test('counts who came of those expected; who takes part from afar or waits is expected by nobody', async () => {
  const came = await makeRegistration(event)
  const left = await makeRegistration(event)
  await makeRegistration(event, { presence: 'remote' })
  await makeRegistration(event, { status: 'waitlisted' })
  await scan(came.id)
  await scan(came.id)
  await scan(left.id)
  await scan(left.id, 'undo')
  expect(await countArrivals(key, 'entrance')).toEqual({ arrived: 1, expected: 2 })
})

test('a card stays true: undone since, noted since', async () => {
  const { id } = await makeRegistration(event, { photo: 'no_camera' })
  const factId = await scan(id)
  expect(await findArrivalCard(key, factId)).toMatchObject({
    outcome: 'arrived',
    person: {
      ...{ photo: 'no_camera', arrivalId: factId, isOut: false, isStickerGiven: false, isIdSeen: false },
    },
  })
  const again = await scan(id, 'arrive', { stickerGiven: true })
  expect(await findArrivalCard(key, again)).toMatchObject({
    outcome: 'already_arrived',
    firstDevice: 'phone A',
    person: { isStickerGiven: true, isIdSeen: false },
  })
  await db().checkInPoint.updateMany({ where: { eventId: event.id }, data: { hasExits: true } })
  const left = await scan(id, 'leave')
  const out = { arrivalId: factId, isOut: true }
  expect(await findArrivalCard(key, factId)).toMatchObject({ outcome: 'arrived', person: out })
  expect(await findArrivalCard(key, left)).toMatchObject({ outcome: 'left', person: out })
  await scan(id, 'undo')
  expect(await findArrivalCard(key, factId)).toMatchObject({ outcome: 'undone', person: { arrivalId: null } })
  expect(await findArrivalCard(await keyFor(await makeEvent()), factId)).toBeNull()
})

test('a card says what was answered for the door and nothing else; a device learns none of it', async () => {
  const questions = await makeQuestions(event.id, [
    { key: 'size', labels: { en: 'Size', de: 'Größe' }, isAtCheckIn: true },
    { key: 'secret' },
    { key: 'later', isAtCheckIn: true },
  ])
  const person = await makeRegistration(event)
  await makeAnswers(person, questions, { size: 'M', secret: 'not for the door' })
  const card = await findArrivalCard(key, await scan(person.id))
  expect(card!.person!.answers).toEqual([{ question: questions[0], value: 'M' }])
  expect(JSON.stringify(card)).not.toContain('not for the door')
  const again = { id: newId(), kind: 'arrive', registrationId: person.id, at: new Date() } as const
  const [result] = await recordScans(key, { device: 'phone A', scans: [again] })
  expect(Object.keys(result!.person!).sort()).toEqual(['activities', 'name', 'noCamera'])
})

async function scan(registrationId: string, kind: Scan['kind'] = 'arrive', more = {}): Promise<string> {
  const id = newId()
  await recordScans(key, {
    device: 'phone A',
    scans: [{ id, kind, registrationId, at: new Date(), ...more }],
  })
  return id
}

async function keyFor({ id }: MadeEvent): Promise<CheckInKey> {
  const user = await makeUser({ roles: { [id]: 'check_in' } })
  return { eventId: id, userId: user.id, tokenId: null } as CheckInKey
}
