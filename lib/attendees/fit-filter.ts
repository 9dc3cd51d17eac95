import 'server-only'
import { asCode } from '../codes'
import type { AskedFilter } from './schema'

/** The end of a query over `registration r`, from `WHERE` on, and what its `$1`… stand for; `$1` is the event. */
export type Fitting = { text: string; values: unknown[] }

/** Who of one event fits all of a filter at once. The order and the cursor are the reader's own business. */
export function fitFilter(eventId: string, filter: AskedFilter): Fitting {
  const values: unknown[] = [eventId]
  const given = (one: unknown) => `$${values.push(one)}`
  const clauses = Object.entries(tests).flatMap(([name, test]) => {
    const asked = [filter[name as keyof typeof tests] ?? []].flat().filter((value) => value !== '')
    return asked.length > 0 ? [test(asked, given, filter)] : []
  })
  const answers = Object.entries(filter.answers ?? {}).map(([key, wanted]) => said(given(key), given(wanted)))
  return { text: ['WHERE r.event_id = $1', ...clauses, ...answers].join('\n AND '), values }
}

/** When somebody arrived, of a query over `registration r` whose `$1` is the event. */
export const arrival = `check_in_arrival(r.id, (SELECT p.id FROM check_in_point p WHERE p.event_id = $1 AND p.is_arrival))`

type Given = (one: unknown) => string
type Test = (asked: string[], given: Given, filter: AskedFilter) => string

const exists = (from: string) => `EXISTS (SELECT 1 FROM ${from})`
const among = (column: string, type: string): Test => {
  return (asked, given) => `${column} = ANY (${given(asked)}::${type}[])`
}
const either = (condition: string): Test => {
  return ([word]) => (word === 'yes' ? condition : `NOT (${condition})`)
}
const claims = (condition: string) => exists(`claim c WHERE c.registration_id = r.id AND ${condition}`)
const inState = (standing: string | undefined, given: Given) =>
  standing ? ` AND c.state = ${given(standing)}::"ClaimState"` : ''
const zone = '(SELECT timezone FROM event WHERE id = $1)'
const midnight = (day: string) => `(${day})::timestamp AT TIME ZONE ${zone}`
const came = (condition: string) =>
  exists(`check_in_arrived f JOIN check_in_point p ON p.id = f.point_id AND p.is_arrival
    WHERE f.registration_id = r.id AND ${condition}`)

// As lib/hotels/rules.ts says it: what was given back is no room that somebody has.
const roomState = `CASE WHEN s.released_at IS NOT NULL OR c.id IS NULL THEN 'released'
  WHEN c.state = 'held' AND s.confirmed_at IS NOT NULL THEN 'confirmed' ELSE c.state::text END`
const stays = (condition: string) =>
  exists(`stay s JOIN room_type t ON t.id = s.room_type_id JOIN hotel h ON h.id = t.hotel_id
     LEFT JOIN claim c ON c.registration_id = s.registration_id AND c.kind = 'stay'
    WHERE s.registration_id = r.id AND ${condition}`)
const sleeps = (condition: string, { room }: AskedFilter) =>
  stays(room ? condition : `${condition} AND ${roomState} <> 'released'`)

const tests = {
  q: ([q], given) => {
    const words = given(q!.split(/\s+/).filter(Boolean))
    // The words are heard once, not once a row; the rows were heard when they were written.
    return `(r.code = ${given(asCode(q!))} OR r.heard LIKE ALL (ARRAY(
      SELECT '%' || regexp_replace(check_in_sounds(word), '([\\\\%_])', '\\\\\\1', 'g') || '%'
        FROM unnest(${words}::text[]) word)))`
  },
  status: (asked, given) => {
    const named = `r.status = ANY (${given(asked.filter((word) => word !== 'live'))}::"RegistrationStatus"[])`
    return asked.includes('live') ? `(r.status <> 'cancelled' OR ${named})` : named
  },
  reason: among('r.cancel_reason', '"CancelReason"'),
  person: among('r.id', 'uuid'),
  presence: among('r.presence', '"Presence"'),
  day: (asked, given) => `r.days && ${given(asked)}::date[]`,
  activity: (asked, given, { standing }) =>
    claims(`c.kind = 'activity'${inState(standing as string, given)} AND c.subject_id IN (
      SELECT a.id FROM activity a WHERE a.event_id = $1 AND a.key = ANY (${given(asked)}::text[]))`),
  option: (asked, given) =>
    exists(`meal_choice m WHERE m.registration_id = r.id AND m.option_id = ANY (${given(asked)}::uuid[])`),
  diet: (asked, given) => {
    const all = `r.diet @> ${given(asked.filter((word) => word !== 'unsaid'))}::"Diet"[]`
    return asked.includes('unsaid') ? `(${all} AND cardinality(r.diet) = 0)` : all
  },
  hotel: (asked, given, filter) => sleeps(`h.key = ANY (${given(asked)}::text[])`, filter),
  roomType: (asked, given, filter) => sleeps(`t.id = ANY (${given(asked)}::uuid[])`, filter),
  night: (asked, given, filter) => sleeps(`s.nights && ${given(asked)}::date[]`, filter),
  room: (asked, given) => {
    const inOne = stays(`${roomState} = ANY (${given(asked)}::text[])`)
    return asked.includes('undecided') ? `(r.is_stay_undecided OR ${inOne})` : inOne
  },
  sharing: either(exists('room_share w WHERE r.id IN (w.host_id, w.guest_id)')),
  place: ([pool], given, { standing }) =>
    exists(`claim c JOIN claim_place cp ON cp.claim_id = c.id
      WHERE c.registration_id = r.id AND cp.pool_id = ${given(pool)}::uuid${inState(standing as string, given)}`),
  standing: ([standing], given, { place, activity }) =>
    place || activity ? 'true' : claims(`c.state = ${given(standing)}::"ClaimState"`),
  waiting: (asked, given) => claims(`c.state = 'waiting' AND c.kind = ANY (${given(asked)}::"ClaimKind"[])`),
  offered: either(claims('c.offered_until IS NOT NULL')),
  photo: among('r.photo', '"PhotoPreference"'),
  listed: either('r.is_listed'),
  needs: either(`COALESCE(r.accessibility, '') <> ''`),
  arrived: either(came('true')),
  arrivedIn: ([hour], given) =>
    came(
      `to_char(f.device_at AT TIME ZONE ${zone}, 'YYYY-MM-DD"T"HH24') = ${given(hour)} AND f.id = (${arrival}).id`,
    ),
  coming: either('r.still_coming_at IS NOT NULL'),
  from: ([day], given) => `r.registered_at >= ${midnight(`${given(day)}::date`)}`,
  to: ([day], given) => `r.registered_at < ${midnight(`${given(day)}::date + 1`)}`,
  source: among('r.source', '"RegistrationSource"'),
  language: among('r.language', 'text'),
  tag: (asked, given) =>
    exists(`attendee_tag w WHERE w.registration_id = r.id AND w.tag = ANY (${given(asked)}::text[])`),
  note: either(exists('attendee_note n WHERE n.registration_id = r.id')),
  mail: (asked, given) =>
    exists(`outbox_mail m WHERE m.registration_id = r.id AND m.state = ANY (${given(asked)}::"MailState"[])`),
  answered: (asked, given) => asked.map((key) => answers(given(key))).join(' AND '),
  unanswered: (asked, given) => asked.map((key) => `NOT ${answers(given(key))}`).join(' AND '),
} satisfies Partial<Record<keyof AskedFilter, Test>>

const answers = (key: string, condition = '') =>
  exists(
    `answer a JOIN question q ON q.id = a.question_id WHERE a.registration_id = r.id AND q.key = ${key}${condition}`,
  )

const said = (key: string, values: string) =>
  answers(
    key,
    ` AND CASE q.type
      WHEN 'multi_choice' THEN a.value ?| ${values}::text[]
      WHEN 'yes_no' THEN CASE a.value WHEN 'true' THEN 'yes' ELSE 'no' END = ANY (${values}::text[])
      WHEN 'choice' THEN a.value #>> '{}' = ANY (${values}::text[])
      WHEN 'text' THEN ${soundsLike(values)}
      WHEN 'long_text' THEN ${soundsLike(values)}
      ELSE a.value #>> '{}' = ANY (${values}::text[]) END`,
  )

const soundsLike = (values: string) =>
  exists(
    `unnest(${values}::text[]) word WHERE strpos(check_in_sounds(a.value #>> '{}'), check_in_sounds(word)) > 0`,
  )
