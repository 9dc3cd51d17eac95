import { describe, expect, test } from 'vitest'
import { findDueReminder, reminderMoment } from './find-due-reminder'

const weekBefore = { kind: 'reminder', hoursBefore: 168 } as const
const asked = { kind: 'still_coming', hoursBefore: 48 } as const
const startsAt = new Date('2027-04-16T09:30:00+02:00')
const event = { reminders: [asked, weekBefore], startsAt, timezone: 'Europe/Berlin' }
const at = (text: string) => findDueReminder(event, new Date(text))

describe('a reminder is due', () => {
  test.each([
    ['2027-10-31T12:00:00+01:00', 'Europe/Berlin', 24, '2027-10-30T12:00:00+02:00'],
    ['2027-03-28T12:00:00+02:00', 'Europe/Berlin', 168, '2027-03-21T12:00:00+01:00'],
    ['2027-03-28T12:00:00+02:00', 'Europe/Berlin', 12, '2027-03-27T23:00:00+01:00'],
    ['2027-03-14T09:00:00-04:00', 'America/New_York', 48, '2027-03-12T09:00:00-05:00'],
  ])(
    'before %s in %s, %i hours: at the same hour of the clock where it is whole days',
    (start, zone, hoursBefore, due) => {
      const moment = reminderMoment({ kind: 'reminder', hoursBefore }, new Date(start), zone)
      expect(moment).toEqual(new Date(due))
    },
  )

  test('not before its moment, and from then on', () => {
    expect(at('2027-04-09T09:29:59+02:00')).toBeNull()
    expect(at('2027-04-09T09:30:00+02:00')).toMatchObject(weekBefore)
    expect(at('2027-04-14T09:30:00+02:00')).toMatchObject(asked)
  })

  test('never once the event has begun', () => {
    expect(at('2027-04-16T09:29:59+02:00')).toMatchObject(asked)
    expect(at('2027-04-16T09:30:00+02:00')).toBeNull()
    expect(at('2027-05-01T00:00:00Z')).toBeNull()
  })

  test('only the latest after a pause, and not when the next is near', () => {
    expect(at('2027-04-15T12:00:00+02:00')).toMatchObject(asked)
    expect(at('2027-04-13T20:00:00+02:00')).toMatchObject(weekBefore)
    expect(at('2027-04-14T03:31:00+02:00')).toBeNull()
  })

  test('nowhere without any', () => {
    expect(findDueReminder({ ...event, reminders: [] }, new Date('2027-04-15T12:00:00Z'))).toBeNull()
  })
})
