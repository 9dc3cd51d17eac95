import type { AskedFilter } from '../attendees/schema'
import type { Change, HandoutView } from '../handouts/schema'
import type { AnswerValue } from '../questions/schema'

/** Every list that leaves the house, as addresses call them. */
export const exportLists = [
  'attendees',
  'access',
  'catering',
  'kitchen',
  'rooming',
  'no-camera',
  'badges',
  'check-in',
  'no-shows',
] as const
export type ExportList = (typeof exportLists)[number]

/** Lists of people, which can be narrowed as the attendee list is. */
export const filteredLists = ['attendees', 'no-camera', 'badges', 'check-in', 'no-shows'] as const

/** `print` is a page for paper, the others are files. */
export const exportFormats = ['csv', 'xlsx', 'json', 'pdf', 'print'] as const
export type ExportFormat = (typeof exportFormats)[number]
export type ExportFile = { list: ExportList; format: ExportFormat }

/** The columns of the attendee list, in the order that was promised. */
export const attendeeColumns = [
  'code',
  'status',
  'name',
  'email',
  'organization',
  'presence',
  'days',
  'diet',
  'photo',
  'hotel',
  'room_type',
  'nights',
  'activities',
  'meals',
  'registered_at',
  'arrived_at',
] as const
export type AttendeeColumn = (typeof attendeeColumns)[number]

/** The columns of the other lists; the access list has `organization` only where the host demands it. */
export const listColumns = {
  access: ['legal_name', 'organization'],
  catering: ['meal', 'starts_at', 'option', 'choice', 'diet', 'portions', 'allergies'],
  kitchen: ['meal', 'starts_at', 'name', 'option', 'choice', 'diet', 'allergies'],
  rooming: ['hotel', 'name', 'room_type', 'nights', 'room_mate'],
  'no-camera': ['name', 'organization'],
  badges: ['name', 'organization', 'code', 'photo'],
  'check-in': ['letter', 'name', 'organization', 'code', 'photo', 'arrived_at'],
  'no-shows': ['code', 'name', 'email', 'organization', 'registered_at'],
} as const satisfies Partial<Record<ExportList, readonly string[]>>

/** A column that holds what was answered to one of the organizers' own questions. */
export type AnswerColumn = { questionId: string; name: string }

/**
 * One registration as it leaves the house. Times are ISO 8601 with the offset of the event's zone, days and nights
 * are dates; activities and meals go by their keys. What is not held yet says `(waiting)`. `answers` go by the id of the
 * question.
 */
export type AttendeeRecord = Record<AttendeeColumn, string | string[] | null> & {
  answers: Record<string, AnswerValue>
}

/** What a cell holds, the same for every format. */
export type Value = string | string[] | number | boolean | null

/**
 * A list on its way out: `read` begins anew each time it is called, and holds one page of rows at a time. `asked` are
 * the columns of the organizers' own questions, which may be called anything. `asOf` is when it was frozen, `cover` whom
 * it was handed to, what for and until when.
 */
export type Sheet = {
  columns: readonly string[]
  asked?: readonly string[]
  asOf?: Date
  cover?: Pick<HandoutView, 'recipient' | 'purpose' | 'eraseOn'>
  rows: number
  read: () => AsyncIterable<Value[]>
}

/** What somebody asked for beside the list; `since` is the time a list of changes begins at, `handout` an older one. */
export type SheetWish = {
  filter: AskedFilter
  hotel?: string | undefined
  since?: 'last' | undefined
  handout?: string | undefined
}

export type SheetEvent = {
  id: string
  revision: number
  timezone: string
  endsAt: Date
  accessListOrganization: boolean
}

/** Why there is no such list: nothing was frozen yet, or the hotel asked for is none of the event's. */
export type SheetRefusal = 'nothing_handed_out' | 'unknown_hotel'

/** A PDF is made in one piece; more people are for the print page, which any browser saves as one. */
export const mostOnPdf = 1000

/** A list as people read it on paper: headings and cells in words. */
export type Paper = { columns: readonly string[]; headings: string[]; rows: string[][] }

/** What stands on one badge; a blank one has neither name nor code. */
export type BadgeFace = { name: string; organization: string; code: string; isNoCamera: boolean }

export type LastExport = {
  at: Date
  userId: string | null
  format: ExportFormat
  rows: number
  filter: string | null
}

/** How one hotel's or the host's list differs from the one that was handed out last. */
export type ChangeCount = { id: string; frozenAt: Date; rows: number; changes: Record<Change, number> }
