import 'server-only'
import { asCode } from '../ids'
import type { AttendeeFilter } from './schema'

/** The end of a query over `registration r`, from `WHERE` on, and what its `$1`… stand for; `$1` is the event. */
export type Fitting = { text: string; values: unknown[] }

/** Who of one event fits all of a filter at once. The order and the cursor are the reader's own business. */
export function fitFilter(eventId: string, filter: Partial<AttendeeFilter>): Fitting {
  const values: unknown[] = [eventId]
  const clauses = Object.entries(tests).flatMap(([name, test]) => {
    const value = filter[name as keyof typeof tests]
    if (value === undefined || value === '') return []
    return test(value, (one) => `$${values.push(one)}`, filter)
  })
  return { text: ['WHERE r.event_id = $1', ...clauses].join('\n AND '), values }
}

type Test = (value: string, given: (one: unknown) => string, filter: Partial<AttendeeFilter>) => string

const arrival = `check_in_arrival(r.id, (SELECT p.id FROM check_in_point p WHERE p.event_id = $1 AND p.is_arrival))`

// check_in_sounds hears names as people do: no case, no accents, "ue" like "ü".
const heard = `check_in_sounds(concat_ws(' ', r.name, r.email, r.organization, r.code))`

const tests = {
  q: (q, given) => {
    const words = given(q.split(/\s+/).filter(Boolean))
    return `(r.code = ${given(asCode(q))} OR NOT EXISTS (
      SELECT 1 FROM unnest(${words}::text[]) word WHERE strpos(${heard}, check_in_sounds(word)) = 0))`
  },
  status: (status, given) =>
    status === 'live' ? `r.status <> 'cancelled'` : `r.status = ${given(status)}::"RegistrationStatus"`,
  presence: (presence, given) => `r.presence = ${given(presence)}::"Presence"`,
  photo: (photo, given) => `r.photo = ${given(photo)}::"PhotoPreference"`,
  diet: (diet, given) => `${given(diet)}::"Diet" = ANY (r.diet)`,
  arrived: (arrived) => `(${arrival}).id IS ${arrived === 'yes' ? 'NOT ' : ''}NULL`,
  coming: (coming) => `r.still_coming_at IS ${coming === 'yes' ? 'NOT ' : ''}NULL`,
  place: (pool, given, { standing }) =>
    claims(`cp.pool_id = ${given(pool)}::uuid${standing ? ` AND ${stands(given(standing))}` : ''}`),
  standing: (standing, given, { place }) => (place ? 'true' : claims(stands(given(standing)))),
} satisfies Partial<Record<keyof AttendeeFilter, Test>>

const claims = (condition: string) => `EXISTS (
  SELECT 1 FROM claim c JOIN claim_place cp ON cp.claim_id = c.id WHERE c.registration_id = r.id AND ${condition})`

const stands = (state: string) => `c.state = ${state}::"ClaimState"`
