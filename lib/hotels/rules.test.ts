import { describe, expect, test } from 'vitest'
import { findDecisionReminder } from './find-decision-reminder'
import { decideBy, foldName, isReleased, mutualPairs, sharedNames, stayStateOf } from './rules'
import type { HopefulStay, HotelView } from './schema'

test.each([
  ['Zoë  Müller', 'ZOE MULLER'],
  ['Straße', 'strasse'],
  ['ﬁn', 'FIN'],
  [' O’Brien ', 'o’brien'],
])('“%s” and “%s” are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

test('names that several people have mean nobody', () => {
  expect([...sharedNames(['Bo', 'BÓ', 'Ada'])]).toEqual(['bo'])
})

test.each([
  ['by name', { roommate: 'bo' }, { roommate: 'ADA' }, 1],
  [
    'by address, as typed or as copied',
    { roommate: ' Bo@Example.org' },
    { roommate: 'Ada <ada@example.org>' },
    1,
  ],
  ['one by name, one by address', { roommate: 'bo@example.org' }, { roommate: 'Ada' }, 1],
  [
    'an address is never a name',
    { roommate: 'bo@example.org' },
    { roommate: 'Ada', emailNormalized: 'b@example.org' },
    0,
  ],
  ['other nights', { roommate: 'Bo' }, { roommate: 'Ada', nights: ['2027-04-15', '2027-04-16'] }, 0],
  ['another room type', { roommate: 'Bo' }, { roommate: 'Ada', roomTypeId: 'single' }, 0],
  ['another event', { roommate: 'Bo' }, { roommate: 'Ada', eventId: 'other' }, 0],
  ['one names a third', { roommate: 'Cy' }, { roommate: 'Ada' }, 0],
])('who names each other is a pair: %s', (_, ada, bo, pairs) => {
  const people = [
    hopeful({ registrationId: 'a', name: 'Ada', emailNormalized: 'ada@example.org', ...ada }),
    hopeful({ registrationId: 'b', name: 'Bo', emailNormalized: 'bo@example.org', ...bo }),
  ]
  expect(mutualPairs(people)).toHaveLength(pairs)
})

test('an ambiguous name pairs nobody, an address still does', () => {
  const ada = hopeful({ name: 'Ada', emailNormalized: 'ada@example.org', roommate: 'Bo' })
  const bo = hopeful({ name: 'Bo', emailNormalized: 'bo@example.org', roommate: 'Ada' })
  expect(mutualPairs([ada, bo], new Set(['bo']))).toEqual([])
  expect(mutualPairs([{ ...ada, roommate: 'bo@example.org' }, bo], new Set(['bo']))).toHaveLength(1)
})

test('a room is kept through the release date, and gone the day after', () => {
  const hotel = { releaseOn: '2027-03-31' }
  expect(['2027-03-30', '2027-03-31', '2027-04-01'].map((today) => isReleased(hotel, today))).toEqual([
    false,
    false,
    true,
  ])
  expect(isReleased({ releaseOn: null }, '2099-01-01')).toBe(false)
})

test.each([
  [{ confirmedAt: null, releasedAt: null }, 'held', 'held'],
  [{ confirmedAt: new Date(), releasedAt: null }, 'held', 'confirmed'],
  [{ confirmedAt: new Date(), releasedAt: null }, 'waiting', 'waiting'],
  [{ confirmedAt: null, releasedAt: new Date() }, 'held', 'released'],
  [{ confirmedAt: null, releasedAt: null }, null, 'released'],
] as const)('%j with a claim that is %s is %s', (stay, claim, state) => {
  expect(stayStateOf(stay, claim)).toBe(state)
})

describe('who does not know yet', () => {
  const hotels = [hotel('2027-04-10'), hotel('2027-03-31'), hotel(null)]

  test('decides by the first date that has not passed', () => {
    expect(['2027-03-31', '2027-04-01', '2027-04-11'].map((today) => decideBy(hotels, today))).toEqual([
      '2027-03-31',
      '2027-04-10',
      null,
    ])
  })

  // The clocks in Berlin change on 28 March 2027: nine o’clock is an hour earlier in UTC from then on.
  test.each([
    ['2027-03-24T07:59:59Z', null],
    ['2027-03-24T08:00:00Z', 7],
    ['2027-03-29T06:59:59Z', 7],
    ['2027-03-29T07:00:00Z', 2],
    ['2027-03-31T21:59:59Z', 2],
  ])('is reminded at nine in the morning of the event: at %s it is %s', (at, days) => {
    const due = findDecisionReminder([hotel('2027-03-31')], 'Europe/Berlin', new Date(at))
    expect(due?.daysBefore ?? null).toBe(days)
  })

  test('is not reminded of what is over', () => {
    expect(
      findDecisionReminder([hotel('2027-03-31')], 'Europe/Berlin', new Date('2027-03-31T22:00:00Z')),
    ).toBeNull()
  })
})

function hopeful(of: Partial<HopefulStay>): HopefulStay {
  const who = { registrationId: 'x', name: 'X', emailNormalized: 'x@example.org', roommate: 'Y' }
  return { ...who, eventId: 'event', roomTypeId: 'twin', nights: ['2027-04-15'], ...of }
}

function hotel(releaseOn: string | null): HotelView {
  const nights = [{ night: '2027-04-15', poolId: 'pool', rooms: 3 }]
  const roomTypes = [{ id: 'twin', key: 'twin', name: 'Twin', beds: 2, nights }]
  const facts = { id: 'inn', key: 'inn', name: 'Inn', url: null, keyword: null, link: null }
  return { ...facts, mode: 'call_off', releaseOn, roomTypes }
}
