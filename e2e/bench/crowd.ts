import { sql } from '@/lib/db/client'
import type { MadeEvent } from '@/prisma/factories/events'

/** So many invented people at once, with all that a list of them shows: claims, rooms, dishes, answers, tags, arrivals, mails. */
export async function makeCrowd(event: MadeEvent, questionId: string, count: number): Promise<void> {
  const [activity, meal, type] = [event.activities[0]!, event.meals[0]!, event.hotels[0]!.roomTypes[0]!]
  const nights = type.nights.map(({ night }) => night.toISOString().slice(0, 10))
  for (const [statement, ...values] of [
    [people, count, names, houses],
    [claims, 'event', event.id, event.onSite.id, 1],
    [claims, 'activity', activity.id, activity.poolId, 3],
    [claims, 'option', meal.options[0]!.id, meal.options[0]!.poolId, 2],
    [claims, 'stay', type.id, type.nights[0]!.poolId, 4],
    [dishes, meal.id, meal.options[0]!.id],
    [stays, type.id, nights],
    [answers, questionId],
    [tags],
    [arrivals, event.arrivalPoint.id],
    [mails],
  ] as const)
    await sql().query(statement, [event.id, ...values])
  await sql().query('ANALYZE')
}

const names = ['Ada', 'Zoë', 'Jürgen', 'Mehmet', 'Priya', 'Léa', 'Björn', 'Łukasz', 'Иван', 'Carla', 'Óscar']
const houses = ['Example Cloud GmbH', 'Open Infra e. V.', 'Universität Nirgendwo', 'Straße & Söhne']

// Everybody has a number, which is in their address: a third of them eats, a quarter sleeps, as the statements say.
const number = `split_part(split_part(r.email, '@', 1), '-', 2)::integer`
const every = (n: string) => `${number} % ${n} = 0`

const people = `
  INSERT INTO registration (id, event_id, code, status, name, email, email_normalized, organization, presence, days, diet, photo,
      accessibility, is_listed, language, source, manage_token_hash, registered_at)
    SELECT gen_random_uuid(), $1::uuid, upper(substr(h, 1, 4) || '-' || substr(h, 5, 4) || '-' || substr(h, 9, 4)),
        (CASE WHEN n % 20 = 0 THEN 'waitlisted' ELSE 'confirmed' END)::"RegistrationStatus",
        ($3::text[])[n % 11 + 1] || ' ' || initcap(substr(h, 13, 9)) || 'müller', 'person-' || n || '@example.org', 'person-' || n || '@example.org',
        ($4::text[])[n % 4 + 1], (CASE WHEN n % 6 = 5 THEN 'remote' ELSE 'on_site' END)::"Presence", ARRAY(SELECT (e.starts_at AT TIME ZONE e.timezone)::date FROM event e WHERE e.id = $1::uuid),
        (CASE n % 3 WHEN 0 THEN '{vegan}' WHEN 1 THEN '{none}' ELSE '{vegetarian,nut_free}' END)::"Diet"[],
        (CASE WHEN n % 5 = 1 THEN 'no_camera' ELSE 'fine' END)::"PhotoPreference", NULL, n % 7 = 0,
        CASE WHEN n % 2 = 0 THEN 'en' ELSE 'de' END, 'form', md5('manage' || h), (SELECT LEAST(now(), e.starts_at) FROM event e WHERE e.id = $1::uuid) - n * interval '3 minutes'
      FROM generate_series(1, $2::integer) n, LATERAL (SELECT md5(n::text || ($1::uuid)::text) AS h) hashed`

const claims = `
  WITH made AS (
    INSERT INTO claim (id, event_id, registration_id, kind, subject_id, state, queued_at)
      SELECT gen_random_uuid(), $1, r.id, $2::"ClaimKind", $3::uuid, (CASE WHEN r.status = 'confirmed' THEN 'held' WHEN $2 = 'event' THEN 'waiting' ELSE 'wished' END)::"ClaimState", r.registered_at
        FROM registration r WHERE r.event_id = $1 AND ${every('$5::integer')} RETURNING id, state)
  , places AS (INSERT INTO claim_place (claim_id, pool_id, event_id) SELECT id, $4::uuid, $1 FROM made)
  UPDATE pool SET taken = taken + (SELECT count(*) FROM made WHERE state = 'held') WHERE id = $4::uuid`

const dishes = `
  INSERT INTO meal_choice (registration_id, meal_id, event_id, option_id)
    SELECT r.id, $2::uuid, $1, $3::uuid FROM registration r WHERE r.event_id = $1 AND ${every('2')}`

const stays = `
  INSERT INTO stay (registration_id, event_id, room_type_id, nights)
    SELECT r.id, $1, $2::uuid, ($3::date[])[1:1] FROM registration r WHERE r.event_id = $1 AND ${every('4')}`

const answers = `
  INSERT INTO answer (registration_id, question_id, event_id, value)
    SELECT r.id, $2::uuid, $1, to_jsonb(CASE ${number} % 3 WHEN 0 THEN 'S' WHEN 1 THEN 'M' ELSE 'L' END) FROM registration r WHERE r.event_id = $1`

const tags = `
  INSERT INTO attendee_tag (registration_id, event_id, tag)
    SELECT r.id, $1, 'speaker' FROM registration r WHERE r.event_id = $1 AND ${every('50')}`

const arrivals = `
  INSERT INTO check_in_fact (event_id, id, registration_id, point_id, kind, outcome, device_at, server_at, device)
    SELECT $1, gen_random_uuid(), r.id, $2::uuid, 'arrive', 'arrived', now(), now(), 'desk' FROM registration r WHERE r.event_id = $1 AND ${every('3')}`

const mails = `
  INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts, state, sent_at)
    SELECT gen_random_uuid(), $1, r.id, kind, r.language, r.name, r.email, '{}', 'sent', now()
      FROM registration r, unnest(ARRAY['confirmed', 'still_coming', 'reminder']) kind WHERE r.event_id = $1`
