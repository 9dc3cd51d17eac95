import type { Transaction } from './db/client'

/** How many of something every event still keeps, by the event's id. */
export type Counts = Map<string, number>

/** What is forgotten of an event when its day has come. */
export type EventErasure = {
  /** All there is; `isDue` leaves out what came so late that its own time is not over yet. */
  count: (isDue: boolean) => Promise<Counts>
  /**
   * Forgets at most so many of one event and answers how many; 0 when nothing is left. What came to be after `before`
   * stays: a tombstone knows nothing of later guests. When it says so (`isAgain`), what has no date of its own stays
   * until its day, too.
   */
  erase: (
    tx: Transaction,
    of: { eventId: string; most: number; before: Date; isAgain: boolean },
  ) => Promise<number>
}

/** What is forgotten by a day of its own, whatever event it belongs to. */
export type OwnErasure = { count: () => Promise<number>; erase: () => Promise<number> }

export const countsOf = (rows: { event_id: string; count: number }[]): Counts =>
  new Map(rows.map((row) => [row.event_id, row.count]))

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 86_400_000)
