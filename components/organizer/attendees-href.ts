import type { AskedFilter } from '@/lib/attendees/schema'

/** The attendee list narrowed to what a figure counts; what is not narrowed does not stand in the address. */
export function attendeesHref(slug: string, filter: AskedFilter): string {
  const query = filterQuery(filter)
  return `/organizer/${slug}/attendees${query ? `?${query}` : ''}`
}

/** A filter as an address says it, several values one after the other. */
export function filterQuery({ answers, ...filter }: AskedFilter): string {
  const asked = Object.entries(answers ?? {}).map(([key, values]) => [`answer.${key}`, values] as const)
  const given = [...Object.entries(filter), ...asked].flatMap(([name, values]) =>
    [values ?? []].flat().flatMap((value) => (value === '' ? [] : [[name, String(value)]])),
  )
  return new URLSearchParams(given).toString()
}
