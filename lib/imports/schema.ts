import { z } from 'zod'
import { reasonInput } from '../hotels/schema'
import type { AddRefusal } from '../registrations/by-hand-input'
import { type FieldProblem, fieldProblems } from '../registrations/schema'

/** What a column can mean, beside `meal.<key>` and `answer.<key>` of the event; empty is left out. */
export const targetWords = [
  'name',
  'firstName',
  'lastName',
  'email',
  'organization',
  'legalName',
  'presence',
  'days',
  'activities',
  'meals',
  'diet',
  'allergies',
  'allergiesConsent',
  'hotel',
  'roomType',
  'nights',
  'roommate',
  'photo',
  'accessibility',
  'listed',
  'consent.code_of_conduct',
  'language',
  'status',
] as const
export type Target = (typeof targetWords)[number] | `meal.${string}` | `answer.${string}` | ''

/** How an import treats what its rows do not say. */
export const importChoices = z.object({
  presence: z.enum(['on_site', 'remote']).catch('on_site').default('on_site'),
  language: z.enum(['en', 'de']).catch('en').default('en'),
  known: z.enum(['skip', 'update']).catch('skip').default('skip'),
  isTold: z.boolean().default(false),
  isForced: z.boolean().default(false),
  reason: reasonInput.default(''),
})
export type ImportChoices = z.output<typeof importChoices>

export const importStates = ['mapping', 'checked', 'running', 'done'] as const
export type ImportState = (typeof importStates)[number]
export const importFates = [
  'unread',
  'new',
  'known',
  'wrong',
  'repeated',
  'left_out',
  'added',
  'in_line',
  'updated',
  'unchanged',
  'skipped',
  'refused',
] as const
export type ImportFate = (typeof importFates)[number]

/** What is wrong with a row: by control, or with all of it under `row`. */
export const rowRefusals = ['event_cancelled', 'event_full', 'not_allowed', 'failed', 'over'] as const
export type RowRefusal =
  | Exclude<AddRefusal, 'already_registered' | 'reason_missing' | 'wrong_answers'>
  | 'not_allowed'
  | 'failed'
  | 'over'
export type RowProblem = FieldProblem | RowRefusal
export const rowProblems = z.record(z.string(), z.enum([...fieldProblems, ...rowRefusals])).catch({})
export type RowProblems = Record<string, RowProblem>

export const importRefusals = [
  'unknown_import',
  'begun_already',
  'no_email',
  'no_name',
  'reason_missing',
  'twice',
] as const
export type ImportRefusal = (typeof importRefusals)[number]

export type ImportView = {
  id: string
  state: ImportState
  format: string
  headers: string[]
  mapping: Target[]
  choices: ImportChoices
  importedBy: string
  createdAt: Date
  finishedAt: Date | null
  counts: Record<ImportFate, number>
  rows: number
  done: number
}
export type ImportRowView = {
  row: number
  fate: ImportFate
  /** As the row or the registration it became says; null where neither does. */
  name: string | null
  email: string | null
  problems: RowProblems
  registrationId: string | null
}
export const importRowsPerPage = 100

export const tableLimits = { bytes: 2_000_000, rows: 10_000, columns: 200, cell: 10_000 } as const
export const tableRefusals = [
  'too_large',
  'too_many_rows',
  'too_many_columns',
  'no_table',
  'no_rows',
] as const
export type TableRefusal = (typeof tableRefusals)[number]

/** A list as somebody's spreadsheet or ticket shop wrote it; `row` counts as the spreadsheet does, the heads are 1. */
export type ReadTable = {
  format: 'csv' | 'xlsx'
  headers: string[]
  rows: { row: number; cells: string[] }[]
}
