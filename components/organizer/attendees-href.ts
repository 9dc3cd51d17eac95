import type { AttendeeFilter } from '@/lib/attendees/schema'

/** The attendee list narrowed to what a figure counts; what is not narrowed does not stand in the address. */
export function attendeesHref(slug: string, filter: Partial<AttendeeFilter>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given as [string, string][]).toString()
  return `/organizer/${slug}/attendees${query ? `?${query}` : ''}`
}
