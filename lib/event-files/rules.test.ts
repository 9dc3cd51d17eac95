import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseEventFile } from './parse-event-file'
import { instantOf, isTimezone, keyOf, pastDates, timeTextOf } from './rules'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']

it('finds every instant again from its text, in every zone', () => {
  const minutes = fc.integer({ min: 27_000_000, max: 31_000_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const instant = new Date(minute * 60_000)
      expect(instantOf(timeTextOf(instant, zone), zone)).toEqual({ ok: true, value: instant })
    }),
    { numRuns: 1_000 },
  )
})

it('knows zones by their names only', () => {
  expect(zones.every(isTimezone)).toBe(true)
  expect(['CET', 'CEST', '+02:00', 'Europe/Atlantis', ''].some(isTimezone)).toBe(false)
})

it('spells keys in plain letters', () => {
  expect(keyOf('Café Überblick, Straße 3!')).toBe('cafe-ueberblick-strasse-3')
  expect(keyOf('🍕')).toBe('')
})

it('knows which dates of a file lie in the past', () => {
  const parsed = parseEventFile(readFileSync('prisma/factories/event-files/scs-hackathon-4.yaml', 'utf8'))
  if (!parsed.ok) throw new Error('unreadable')
  expect(pastDates(parsed.file, new Date('2024-03-01T00:00Z'))).toEqual([])
  expect(pastDates(parsed.file, new Date('2024-04-16T10:00Z'))).toEqual([
    { word: 'started', at: '2024-04-16T09:30', title: '' },
    { word: 'activity', at: '2024-04-15T18:30', title: 'Get-together at the R-Cafe' },
    { word: 'release', at: '2024-03-31', title: 'ibis, right next to the venue' },
  ])
})
