import { z } from 'zod'
import type { AttendeeRow } from '../attendees/schema'
import { reasonInput } from '../hotels/schema'
import { tagsInput } from '../notes/schema'

/** What can be done to many at once. */
export const bulkKinds = ['confirm', 'decline', 'promote', 'cancel', 'tag', 'untag'] as const
export type BulkKind = (typeof bulkKinds)[number]
/** What the list offers for whoever was chosen; the last two only lead somewhere. */
export const chosenActs = [...bulkKinds, 'write', 'export'] as const

/** Why it was not done to somebody; each has its sentence in the report. */
export const bulkRefusals = [
  'confirmed_already',
  'in_line',
  'not_pending',
  'not_waiting',
  'cancelled_already',
  'no_place_free',
  'event_full',
  'event_over',
  'too_late',
  'nothing_to_do',
  'gone',
  'not_allowed',
  'failed',
] as const
export type BulkRefusal = (typeof bulkRefusals)[number]
/** Why nothing was begun at all. */
export type StartRefusal = 'nobody' | 'changed_meanwhile' | 'reason_missing' | 'tags_missing'

/** One press. `id` is the form's own; `mark` stands for the very people whom the page had shown. */
export const bulkInput = z.object({
  id: z.uuid(),
  kind: z.enum(bulkKinds),
  mark: z.string(),
  tags: tagsInput,
  isTold: z.boolean(),
  isForced: z.boolean(),
  reason: reasonInput,
})
export type BulkInput = z.output<typeof bulkInput>

/** How somebody stands before it: `isInLine` waits for something, or was offered it. */
export type BulkStanding = { status: AttendeeRow['status']; isInLine: boolean; isErased: boolean }

/** Whom an act would reach and whom not. */
export type Foresight = {
  count: number
  mark: string
  possible: number
  impossible: { refusal: BulkRefusal; count: number }[]
}

export type BulkReport = {
  id: string
  kind: BulkKind
  tags: string[]
  isTold: boolean
  isForced: boolean
  reason: string
  filterWords: string
  startedBy: string
  startedAt: Date
  finishedAt: Date | null
  people: number
  done: number
  refused: { refusal: BulkRefusal; count: number }[]
}
export const fates = ['done', 'refused', 'waiting'] as const
export type Fate = (typeof fates)[number]
export type BulkPersonRow = {
  id: string
  name: string
  status: AttendeeRow['status']
  position: number
  fate: Fate
  refusal: BulkRefusal | null
}
export const peoplePerPage = 100
