import { expect, test } from 'vitest'
import { firstFreeLetter, fitsEvent, lastInstant, linkState, pauseAfter } from './rules'
import { deviceName, linkInput, pinInput } from './schema'

const hour = 3_600_000
const at = (hours: number) => new Date(Date.UTC(2026, 3, 16, 9) + hours * hour)
const event = { endsAt: at(8) }

test('a link ends after now, and at most a day after its event', () => {
  expect(lastInstant(event)).toEqual(at(32))
  expect(fitsEvent({ validFrom: at(0), validUntil: at(32) }, event, at(0))).toEqual([])
  expect(fitsEvent({ validFrom: at(0), validUntil: at(33) }, event, at(0))).toEqual(['validUntil'])
  expect(fitsEvent({ validFrom: at(-2), validUntil: at(-1) }, event, at(0))).toEqual(['validUntil'])
  expect(fitsEvent({ validFrom: at(5), validUntil: at(5) }, event, at(0))).toEqual(['validFrom'])
  const typed = { name: ' Main door ', role: 'scan_only', validFrom: at(0), validUntil: at(33) }
  expect(
    linkInput(event, at(0))
      .safeParse(typed)
      .error?.issues.map(({ path }) => path),
  ).toEqual([['validUntil']])
  expect(linkInput(event, at(0)).parse({ ...typed, validUntil: at(9) }).name).toBe('Main door')
})

test('what a link does now: wait, pair, pause, or nothing any more', () => {
  const link = { validFrom: at(0), validUntil: at(9), revokedAt: null, pausedUntil: null }
  expect(linkState(link, at(-1))).toBe('not_yet')
  expect(linkState(link, at(0))).toBe('open')
  expect(linkState({ ...link, pausedUntil: at(2) }, at(1))).toBe('paused')
  expect(linkState({ ...link, pausedUntil: at(2) }, at(2))).toBe('open')
  expect(linkState(link, at(9))).toBe('over')
  expect(linkState({ ...link, revokedAt: at(1) }, at(1))).toBe('revoked')
})

test('every fifth wrong PIN pauses a link, twice as long as before, for an hour at most', () => {
  const minutes = (wrong: number) => {
    const until = pauseAfter(wrong, at(0))
    return until && (until.getTime() - at(0).getTime()) / 60_000
  }
  expect([1, 4, 5, 6, 10, 15, 20, 25, 500].map(minutes)).toEqual([null, null, 5, null, 10, 20, 40, 60, 60])
})

test('phones are called by letters, the first that is free', () => {
  expect(firstFreeLetter([])).toBe('A')
  expect(firstFreeLetter(['Phone A', 'Handy b', 'North door'])).toBe('C')
  const alphabet = Array.from({ length: 26 }, (_, index) => `Phone ${String.fromCharCode(65 + index)}`)
  expect(firstFreeLetter(alphabet)).toBe('AA')
  expect(firstFreeLetter([...alphabet, 'Phone AA'])).toBe('AB')
})

test('names hold nothing that turns or hides the words beside them; a PIN may be typed with gaps', () => {
  expect(deviceName.parse('  Phone\u0000\u202e A ')).toBe('Phone  A')
  for (const name of ['', ' \n ', 'a'.repeat(41)]) expect(deviceName.safeParse(name).success).toBe(false)
  expect(pinInput.parse(' 204 816')).toBe('204816')
})
