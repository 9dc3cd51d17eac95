/** Queries over one event, `$1`, as devices read them: each gives one JSON text, `[]` where there is nothing. */

const listed = (from: string, order: string) =>
  `COALESCE((SELECT json_agg(json_strip_nulls(row_to_json(said)) ORDER BY said.${order}) FROM (${from}) said), '[]')::text`

/** Scans as `Arrival`s. */
export const sayArrivals = (condition = 'true'): string =>
  listed(`SELECT f, i, p, k, u, t, d, x, v, g FROM check_in_feed WHERE event_id = $1 AND ${condition}`, 't')

/** What nobody has looked at yet, as `Doubt`s. */
export const sayDoubts = listed(
  `SELECT d.fact_id AS f, d.registration_id AS i, d.kind, d.reason, p.key AS p, (
            SELECT json_agg(json_build_object('d', device, 't', (extract(epoch FROM at) * 1000)::bigint) ORDER BY at)
              FROM (VALUES (d.device, d.device_at), (d.other_device, d.other_at)) told (device, at) WHERE device IS NOT NULL) AS by
     FROM check_in_doubt d LEFT JOIN check_in_point p ON p.id = d.point_id
    WHERE d.event_id = $1 AND d.looked_at IS NULL`,
  'f',
)

/** The titles that people name by where they stand. */
export const sayActivities = `ARRAY(SELECT title FROM activity WHERE event_id = $1 ORDER BY starts_at, position)`
export const sayMeals = `ARRAY(SELECT title FROM meal WHERE event_id = $1 ORDER BY position)`
export const sayQuestions = `COALESCE((SELECT json_agg(json_build_object('key', key, 'labels', labels, 'type', type)
  ORDER BY position) FROM question WHERE event_id = $1 AND is_at_check_in), '[]')`

/** Whoever can be met at the door; of the erased nothing is left to say. */
export const isKnown = `r.cancel_reason IS DISTINCT FROM 'erased' AND r.anonymized_at IS NULL`

/** People as `SnapshotPerson`s: never an address, a diet, an allergy or a hotel. */
export const sayPeople = (condition = 'true'): string =>
  listed(
    `SELECT r.id AS i, ${hashed('r.code')} AS h,
            r.name AS n, NULLIF(r.organization, '') AS o, NULLIF(r.status::text, 'confirmed') AS s,
            NULLIF(r.photo::text, 'fine') AS p, NULLIF(r.presence::text, 'on_site') AS r, act.places AS a, eat.places AS m,
            b.number::text AS b, ${hashed('b.code')} AS c,
            CASE WHEN e.is_legal_name_required THEN NULLIF(r.legal_name, '') END AS l, said.answers AS q
       FROM registration r JOIN event e ON e.id = r.event_id
       LEFT JOIN badge b ON b.event_id = r.event_id AND b.registration_id = r.id
       LEFT JOIN (
         SELECT c.registration_id, json_agg(a.place ORDER BY a.place) AS places
           FROM claim c JOIN (${placed('activity', 'starts_at, position')}) a ON a.id = c.subject_id
          WHERE c.event_id = $1 AND c.kind = 'activity' AND c.state = 'held' GROUP BY 1) act ON act.registration_id = r.id
       LEFT JOIN (
         SELECT m.registration_id, json_agg(a.place ORDER BY a.place) AS places
           FROM meal_choice m JOIN (${placed('meal', 'position')}) a ON a.id = m.meal_id
           LEFT JOIN claim c ON c.registration_id = m.registration_id AND c.kind = 'option' AND c.subject_id = m.option_id
          WHERE m.event_id = $1 AND COALESCE(c.state, 'held') = 'held' GROUP BY 1) eat ON eat.registration_id = r.id
       LEFT JOIN (
         SELECT w.registration_id, json_agg(json_build_array(a.place, w.value) ORDER BY a.place) AS answers
           FROM answer w JOIN (${placed('question', 'position', 'is_at_check_in')}) a ON a.id = w.question_id
          WHERE w.event_id = $1 GROUP BY 1) said ON said.registration_id = r.id
      WHERE r.event_id = $1 AND ${isKnown} AND ${condition}`,
    'i',
  )

const hashed = (code: string) =>
  `rtrim(translate(encode(substring(sha256(convert_to(${code}, 'UTF8')) FROM 1 FOR 16), 'base64'), '+/', '-_'), '=')`

function placed(table: 'activity' | 'meal' | 'question', order: string, condition = 'true'): string {
  return `SELECT id, row_number() OVER (ORDER BY ${order}) - 1 AS place FROM ${table} WHERE event_id = $1 AND ${condition}`
}
