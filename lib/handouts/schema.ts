import { z } from 'zod'

/** Lists that are frozen when they are handed out, so that later differences can be told. */
export const handoutLists = ['access', 'rooming'] as const
export type HandoutList = (typeof handoutLists)[number]

export const handoutLimits = { words: 200, purpose: 500 } as const

/** How long a link for the recipient may lie about, in hours. */
export const linkHours = [24, 72, 168] as const

/** What is wrong with a field of the form. */
export type HandoutProblem = 'required' | 'too_long' | 'no_date'

// The database takes neither control characters nor halves of a surrogate pair.
const words = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'required' satisfies HandoutProblem)
        .max(max, 'too_long' satisfies HandoutProblem),
    )

/** Whom a list is for and until when; `id` is made with the form, so that two presses are one handout. */
export const handoutInput = z.object({
  id: z.uuid(),
  purpose: words(handoutLimits.purpose),
  recipient: words(handoutLimits.words),
  eraseOn: z.iso.date('no_date' satisfies HandoutProblem),
})
export type HandoutInput = z.output<typeof handoutInput>

export type HandoutRefusal =
  | 'erased_before_today'
  | 'kept_too_long'
  | 'nobody_on_it'
  | 'unknown_hotel'
  | 'changed_meanwhile'

/** What one person's line says, by column. */
export type HandoutCells = Record<string, string | string[]>
export type HandoutLine = { registrationId: string; cells: HandoutCells }

export type Change = 'new' | 'changed' | 'cancelled'
export type ChangedLine = HandoutLine & { change: Change }

export type LinkState = 'open' | 'used' | 'taken_back' | 'expired'
export type LinkView = { id: string; state: LinkState; expiresAt: Date; usedAt: Date | null }

/** One list as it was handed out; `erasedRows` are the row numbers of people who were erased since. */
export type HandoutView = {
  id: string
  list: HandoutList
  hotelId: string | null
  purpose: string
  recipient: string
  eraseOn: string
  columns: string[]
  rows: number
  erasedRows: number[]
  frozenAt: Date
  frozenBy: string
  erasedAt: Date | null
  links: LinkView[]
}

/** A handout as whoever holds its link sees it before opening it. */
export type HandoutCover = Pick<HandoutView, 'purpose' | 'recipient' | 'eraseOn' | 'rows' | 'frozenAt'> & {
  event: { title: string; startsAt: Date; timezone: string; accent: string | null }
}

/** A list that was handed out with somebody on it who is erased now; `row` counts from 1. */
export type TouchedList = { list: HandoutList; recipient: string; row: number; handedOutAt: string }
