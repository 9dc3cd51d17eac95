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

/**
 * One registration as it leaves the house. Times are ISO 8601 with the offset of the event's zone, days and nights
 * are dates; activities and meals go by their keys. What is not held yet says `(waiting)`.
 */
export type AttendeeRecord = Record<AttendeeColumn, string | string[] | null>

export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportFile = { list: 'attendees'; format: ExportFormat }
