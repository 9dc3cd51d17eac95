import { afterEach, expect, test, vi } from 'vitest'
import { periodTickets } from './period-tickets'

afterEach(() => void vi.useRealTimers())

test('a ticket holds for its period and the next, for what it is about and for its purpose', () => {
  vi.useFakeTimers({ now: new Date('2027-04-15T09:05:00Z'), toFake: ['Date'] })
  const [badges, lists] = [periodTickets('badges', 10), periodTickets('lists', 10)]
  const ticket = badges.make(['ada', 1])
  expect(badges.fits(ticket, ['ada', 1])).toBe(true)
  expect(badges.fits(ticket, ['ada', 2])).toBe(false)
  expect(lists.fits(ticket, ['ada', 1])).toBe(false)
  expect(badges.fits('', ['ada', 1])).toBe(false)
  vi.setSystemTime(new Date('2027-04-15T09:19:59Z'))
  expect(badges.fits(ticket, ['ada', 1])).toBe(true)
  vi.setSystemTime(new Date('2027-04-15T09:20:00Z'))
  expect(badges.fits(ticket, ['ada', 1])).toBe(false)
})
