import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEventFile } from '@/prisma/factories/event-files'
import { checkFile } from '../event-files/check-file'
import type { EventFile } from '../event-files/schema'
import { plainFile } from '../event-files/write-event-file'
import { fillPart } from './fill-part'
import { placeMistakes } from './place-mistakes'
import { readPart } from './read-part'
import { changeRows, readRowDeed } from './rules'
import { type FormValues, type PartName, partNames } from './schema'

const saved = (part: PartName, values: FormValues, file: EventFile) =>
  checkFile(readPart(part, values, plainFile(file)).source, 'en')

const plain: EventFile = (() => {
  const needed = { title: 'Hack Day', slug: 'hack-day', timezone: 'Europe/Berlin' }
  const times = { starts: '2030-04-16T09:30', ends: '2030-04-16T19:00' }
  const checked = checkFile({ ...needed, ...times, contacts: [] }, 'en')
  if (!checked.ok) throw new Error(JSON.stringify(checked.mistakes))
  return checked.file
})()
const press = (part: PartName, values: FormValues, ...deeds: string[]) =>
  deeds.reduce((typed, deed) => changeRows(part, typed, readRowDeed(deed)!)!.values, values)

describe('a part of an event as a form', () => {
  it('says again what it was opened with, whatever the event', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anyEventFile(), fc.constantFrom(...partNames), (file, part) => {
        expect(saved(part, fillPart(part, file), file)).toEqual({ ok: true, file })
      }),
      { numRuns: 1_000 },
    )
  })

  it('knows a new row by its title, another one of that title by a number, and a strange one all the same', () => {
    const values = press('activities', {}, 'add activities', 'add activities', 'add activities')
    for (const [row, title] of ['Tour', 'Tour', '晩餐会'].entries()) {
      values[`activities.${row}.title`] = [title]
      values[`activities.${row}.starts`] = ['2030-04-15T18:00']
    }
    const read = saved('activities', values, plain)
    expect(read.ok && read.file.activities.map(({ key }) => key)).toEqual(['tour', 'tour-2', 'entry'])
  })

  it('moves whole rows, and keeps what they are known by when their title changes', () => {
    const values = press('activities', {}, 'add activities', 'add activities')
    Object.assign(values, {
      ...{ 'activities.0.title': ['Old'], 'activities.0.key': ['tour'], 'activities.0.capacity': ['12'] },
      ...{ 'activities.1.title': ['Late'], 'activities.1.alone': ['on'] },
      ...{ 'activities.0.starts': ['2030-04-15T18:00'], 'activities.1.starts': ['2030-04-15T20:00'] },
    })
    const read = saved('activities', press('activities', values, 'down activities.0'), plain)
    expect(
      read.ok && read.file.activities.map(({ key, title, capacity, alone }) => [key, title, capacity, alone]),
    ).toEqual([
      ['late', 'Late', undefined, true],
      ['tour', 'Old', 12, false],
    ])
    expect(press('activities', values, 'up activities.0')).toEqual(values)
    expect(Object.keys(press('activities', values, 'remove activities.0', 'remove activities.0'))).toEqual([])
  })

  it('lets nights follow each other and says which one is there twice', () => {
    const values = press(
      'hotels',
      {},
      'add hotels',
      'add hotels.0.room_types',
      'add hotels.0.room_types.0.nights',
    )
    const at = 'hotels.0.room_types.0.nights'
    Object.assign(values, { [`${at}.0.night`]: ['2030-12-31'], [`${at}.0.rooms`]: ['7'] })
    const more = press('hotels', values, `add ${at}`)
    expect([more[`${at}.1.night`], more[`${at}.1.rooms`]]).toEqual([['2031-01-01'], ['7']])
    more[`${at}.1.night`] = ['2030-12-31']
    expect(readPart('hotels', more, plainFile(plain)).twice).toEqual([`${at}.1.night`])
  })

  it('says what is wrong with a whole row at its first control that can be seen', () => {
    const mistakesOf = (part: PartName, changes: FormValues, ...deeds: string[]) => {
      const values = { ...press(part, {}, ...deeds), ...changes }
      const checked = saved(part, values, plain)
      return checked.ok ? {} : placeMistakes(checked.mistakes, Object.keys(values), values).fieldErrors
    }
    const type = 'hotels.0.room_types'
    const rooms = { 'hotels.0.name': ['Inn'], [`${type}.0.name`]: ['Single'] }
    expect(mistakesOf('hotels', rooms, 'add hotels', `add ${type}`)).toEqual({
      [`${type}.0.name`]:
        'rooms are kept in a contingent only (call_off or on_account); a mere recommendation has none',
    })
    const points = { 'check_in_points.0.name': ['Door'] }
    expect(mistakesOf('door', points, 'add check_in_points')).toEqual({
      'check_in_points.0.name': 'one point has to count as the arrival',
    })
  })

  it('refuses rows that are not of this form', () => {
    for (const deed of ['add meals', 'up activities.7', 'remove activities.0', 'add activities.0.title'])
      expect(changeRows('activities', {}, readRowDeed(deed)!), deed).toBeNull()
    expect(readRowDeed('save')).toBeNull()
  })

  it('says mistakes beside what they are about', () => {
    const values = press(
      'hotels',
      {},
      'add hotels',
      'add hotels.0.room_types',
      'add hotels.0.room_types.0.nights',
    )
    const at = 'hotels.0.room_types.0'
    Object.assign(values, { 'hotels.0.name': ['Inn'], 'hotels.0.url': ['somewhere'] })
    Object.assign(values, { 'hotels.0.contingent.mode': ['on_account'], [`${at}.name`]: ['Single'] })
    Object.assign(values, { [`${at}.nights.0.night`]: ['2030-04-15'], [`${at}.nights.0.rooms`]: ['many'] })
    const checked = saved('hotels', values, plain)
    if (checked.ok) throw new Error('no mistakes')
    expect(placeMistakes(checked.mistakes, Object.keys(values), values)).toEqual({
      fieldErrors: {
        'hotels.0.url': '“somewhere” is not an address such as https://example.org/page',
        [`${at}.nights.0.rooms`]: 'has to be a number, not many',
      },
      rest: [],
    })
  })
})
