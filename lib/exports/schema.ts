import type { AnswerValue } from '../questions/schema'

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

export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportFile = { list: 'attendees'; format: ExportFormat }
