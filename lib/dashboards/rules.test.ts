import { describe, expect, test } from 'vitest'
import { atThisPoint, courseOf, lastWeek, releaseStanding } from './rules'

const ours = {
  startsOn: '2027-04-16',
  days: [
    { day: '2027-04-01', people: 3 },
    { day: '2027-04-05', people: 2 },
  ],
}
const theirs = {
  startsOn: '2026-10-20',
  days: [
    { day: '2026-10-04', people: 1 },
    { day: '2026-10-09', people: 5 },
    { day: '2026-10-19', people: 4 },
  ],
}

describe('the course of registrations', () => {
  test('lies beside that of the last edition, as many days before the event', () => {
    const { step, stretches } = courseOf(ours, theirs, '2027-04-06')
    expect(step).toBe(1)
    expect(stretches).toHaveLength(17)
    const at = (before: number) => stretches.find((stretch) => stretch.before === before)
    expect(stretches[0]).toMatchObject({ from: '2027-03-31', people: 0, theirs: 1, theirTotal: 1 })
    expect(at(15)).toMatchObject({ from: '2027-04-01', to: '2027-04-01', people: 3, total: 3, theirTotal: 1 })
    expect(at(11)).toMatchObject({ people: 2, total: 5, theirs: 5, theirTotal: 6 })
    expect(at(10)).toMatchObject({ from: '2027-04-06', people: 0, total: 5 })
    expect(at(9)).toMatchObject({ people: null, total: null, theirTotal: 6 })
    expect(at(0)).toMatchObject({ to: '2027-04-16', theirTotal: 10 })
  })

  test('goes on past the start with those who came unannounced', () => {
    const late = { ...ours, days: [...ours.days, { day: '2027-04-17', people: 1 }] }
    const { stretches } = courseOf(late, null, '2027-05-01')
    expect(stretches.at(-1)).toMatchObject({ before: -1, to: '2027-04-17', people: 1, total: 6 })
  })

  test('is drawn by weeks when it is long, and loses nobody who was earlier than it is wide', () => {
    const long = { ...ours, days: [{ day: '2020-01-01', people: 7 }, ...ours.days] }
    const { step, stretches } = courseOf(long, null, '2027-04-16')
    expect(step).toBe(7)
    expect(stretches).toHaveLength(60)
    expect(stretches[0]).toMatchObject({ from: '2020-01-01', people: 7 })
    expect(stretches.at(-1)).toMatchObject({ from: '2027-04-10', to: '2027-04-16', total: 12 })
    for (const [at, stretch] of stretches.slice(1).entries())
      expect(Date.parse(stretch.from) - Date.parse(stretches[at]!.to)).toBe(86_400_000)
  })

  test('without anybody is the day of the event', () => {
    expect(courseOf({ ...ours, days: [] }, null, '2027-01-01').stretches).toHaveLength(1)
  })
})

test('what the last edition had by now is counted with its day', () => {
  expect(atThisPoint(ours, theirs, '2027-04-05')).toEqual({ people: 6, day: '2026-10-09' })
  expect(atThisPoint(ours, theirs, '2027-04-04')).toEqual({ people: 1, day: '2026-10-08' })
})

test('a week is today and the six days before', () => {
  expect(lastWeek(ours, '2027-04-07')).toEqual({ people: 5, from: '2027-04-01' })
  expect(lastWeek(ours, '2027-04-08').people).toBe(2)
})

test.each([
  ['2027-03-01', { state: 'ahead', days: 30 }],
  ['2027-03-17', { state: 'soon', days: 14 }],
  ['2027-03-31', { state: 'today', days: 0 }],
  ['2027-04-02', { state: 'past', days: 2 }],
])('on %s a release on 31 March is %o', (today, standing) => {
  expect(releaseStanding('2027-03-31', today)).toEqual(standing)
})
