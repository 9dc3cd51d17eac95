import { now } from './clock'
import { derivedToken } from './tokens'

/**
 * Proofs about something (`about` is kept as JSON), for one purpose, that nothing has to remember: each holds for the
 * period in which it was made and for the next one.
 */
export function periodTickets(purpose: string, minutes: number) {
  const thisPeriod = () => Math.floor(now().getTime() / (minutes * 60_000))
  const ticketOf = (about: unknown[], period: number) => derivedToken(purpose, JSON.stringify(about), period)
  return {
    make: (about: unknown[]): string => ticketOf(about, thisPeriod()),
    fits: (ticket: string, about: unknown[]): boolean =>
      [0, 1].some((ago) => ticketOf(about, thisPeriod() - ago) === ticket),
  }
}
