-- Somebody looked at what a device told and the server did not (lib/check-in/look-at.ts).
CREATE TABLE "doubt_look" (
    "event_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "user_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "doubt_look_pkey" PRIMARY KEY ("event_id", "fact_id")
);
ALTER TABLE "doubt_look" ADD CONSTRAINT "doubt_look_event_id_fact_id_fkey" FOREIGN KEY ("event_id", "fact_id") REFERENCES "check_in_fact"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "doubt_look" ADD CONSTRAINT "doubt_look_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX check_in_fact_told ON check_in_fact (event_id) WHERE told IN ('arrived', 'already_arrived') AND outcome IN ('refused', 'already_arrived');

ALTER TABLE "check_in_fact" DROP CONSTRAINT fact_refusal_has_reason;
ALTER TABLE "check_in_fact" ADD CONSTRAINT fact_refusal_has_reason CHECK (outcome <> 'refused' OR reason IS NOT NULL);

-- Of somebody who is not confirmed only a supervisor's scans count. What others scan of them says so in `reason`, also
-- when they are in already: it would count or not by what had reached us before it.
CREATE OR REPLACE VIEW check_in_arrived AS
  SELECT f.* FROM check_in_fact f
   WHERE f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL AND f.registration_id IS NOT NULL
     AND NOT EXISTS (
       SELECT 1 FROM check_in_fact u
        WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id));

CREATE OR REPLACE FUNCTION check_in_arrival(p_registration uuid, p_point uuid) RETURNS check_in_fact LANGUAGE sql STABLE AS $$
  SELECT f FROM check_in_fact f
   WHERE f.registration_id = p_registration AND f.point_id = p_point
     AND f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL
     AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                      WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                        AND (u.registration_id IS NULL OR u.registration_id = f.registration_id))
   ORDER BY f.device_at, f.server_at, f.id LIMIT 1
$$;

-- Whoever left before we heard that they came has left; whom a supervisor had let in comes back in by any scan.
CREATE OR REPLACE FUNCTION check_in_is_out(p_registration uuid, p_point uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE((
    SELECT f.kind = 'leave' FROM check_in_fact f
     WHERE f.registration_id = p_registration AND f.point_id = p_point
       AND (f.outcome = 'left' OR f.reason = 'not_inside'
         OR f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL
         OR f.kind = 'arrive' AND f.reason IN ('waitlisted', 'cancelled', 'unverified', 'pending_approval')
            AND (check_in_arrival(p_registration, p_point)).is_forced)
       AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                        WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id))
     ORDER BY f.device_at DESC, f.server_at DESC, f.id DESC LIMIT 1), false)
$$;

-- The rest of `check_in_judge` stays as whoever wrote it last left it.
DO $do$
DECLARE
  before text := pg_get_functiondef('check_in_judge'::regproc);
  after text;
BEGIN
  after := replace(before,
$old$  is_welcome := person.status = 'confirmed' OR COALESCE(arrival.is_forced, false);
  IF NOT is_welcome AND (p_scan ->> 'force')::boolean THEN
    fact.is_forced := check_in_may_overrule(p_event, fact.user_id, fact.device_id);
  END IF;
  IF NOT is_welcome AND NOT fact.is_forced THEN
    fact.reason := person.status;
  ELSIF$old$,
$new$  IF person.status <> 'confirmed' AND (p_scan ->> 'force')::boolean THEN
    fact.is_forced := check_in_may_overrule(p_event, fact.user_id, fact.device_id);
  END IF;
  IF person.status <> 'confirmed' AND NOT fact.is_forced THEN
    fact.reason := person.status;
  END IF;
  is_welcome := fact.reason IS NULL OR COALESCE(arrival.is_forced, false);
  IF NOT is_welcome THEN
    fact.outcome := 'refused';
  ELSIF$new$);
  IF after = before THEN
    RAISE EXCEPTION 'check_in_judge is not the one that this migration changes';
  END IF;
  EXECUTE after;
END $do$;

-- By the organisation too; a name is heard once, when it is written.
CREATE OR REPLACE FUNCTION check_in_find(p_event uuid, p_point uuid, p_text text, p_code text, p_limit integer)
RETURNS TABLE (id uuid, name text, organization text, code_end text, status text, legal_name text, arrived_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT r.id, r.name, r.organization, right(r.code, 4), r.status::text, CASE WHEN e.is_legal_name_required THEN r.legal_name END,
      (check_in_arrival(r.id, p_point)).device_at
    FROM registration r
    JOIN event e ON e.id = r.event_id
    CROSS JOIN (SELECT check_in_sounds(p_text) AS sound) sought
    CROSS JOIN LATERAL (SELECT ' ' || r.name_heard || CASE
      WHEN e.is_legal_name_required THEN ' ' || check_in_sounds(COALESCE(r.legal_name, '')) ELSE '' END AS sound) heard
    CROSS JOIN LATERAL (SELECT ' ' || check_in_sounds(COALESCE(r.organization, '')) AS sound) works
   WHERE r.event_id = p_event AND r.cancel_reason IS DISTINCT FROM 'erased' AND r.anonymized_at IS NULL
     AND (r.code = p_code OR right(r.code, 4) = upper(p_text) OR strpos(heard.sound, sought.sound) > 0
       OR strpos(works.sound, sought.sound) > 0)
   ORDER BY r.code = p_code DESC NULLS LAST, right(r.code, 4) = upper(p_text) DESC,
      strpos(heard.sound, ' ' || sought.sound) > 0 DESC, strpos(heard.sound, sought.sound) > 0 DESC,
      r.status = 'cancelled', r.name, r.id
   LIMIT p_limit
$$;
