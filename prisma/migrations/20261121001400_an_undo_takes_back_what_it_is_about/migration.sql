-- An undo that says whom it is about, or at which point, takes back nothing of anybody else and nowhere else, whichever
-- of the two reached us first. What it does not say is null until what it names is known.
CREATE OR REPLACE VIEW check_in_arrived AS
  SELECT f.* FROM check_in_fact f
   WHERE f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL AND f.registration_id IS NOT NULL
     AND NOT EXISTS (
       SELECT 1 FROM check_in_fact u
        WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id)
          AND (u.point_id IS NULL OR u.point_id = f.point_id));

CREATE OR REPLACE FUNCTION check_in_arrival(p_registration uuid, p_point uuid) RETURNS check_in_fact LANGUAGE sql STABLE AS $$
  SELECT f FROM check_in_fact f
   WHERE f.registration_id = p_registration AND f.point_id = p_point
     AND f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL
     AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                      WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                        AND (u.registration_id IS NULL OR u.registration_id = f.registration_id)
                        AND (u.point_id IS NULL OR u.point_id = f.point_id))
   ORDER BY f.device_at, f.id LIMIT 1
$$;

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
                          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id)
                          AND (u.point_id IS NULL OR u.point_id = f.point_id))
     ORDER BY f.device_at DESC, f.id DESC LIMIT 1), false)
$$;

DO $do$
DECLARE
  before text := pg_get_viewdef('check_in_doubt'::regclass);
  after text;
BEGIN
  after := replace(before, $old$(u.undoes = f.id) AND (u.kind = 'undo'::"ScanKind")$old$,
    $new$(u.undoes = f.id) AND (u.kind = 'undo'::"ScanKind")
      AND (u.registration_id IS NULL OR u.registration_id = f.registration_id) AND (u.point_id IS NULL OR u.point_id = f.point_id)$new$);
  IF after = before THEN
    RAISE EXCEPTION 'check_in_doubt is not the one that this migration changes';
  END IF;
  EXECUTE 'CREATE OR REPLACE VIEW check_in_doubt AS ' || after;
END $do$;

-- The rest of `check_in_judge` stays as whoever wrote it last left it.
DO $do$
DECLARE
  before text := pg_get_functiondef('check_in_judge'::regproc);
  pointed text;
  known text;
  placed text;
  taken text;
BEGIN
  pointed := replace(before,
$old$               ELSE p.is_arrival END;
$old$,
$new$               WHEN fact.undoes IS NOT NULL AND named.id IS NULL THEN false
               ELSE p.is_arrival END;
  IF p_scan ->> 'point' IS NOT NULL AND fact.point_id IS NULL THEN
    fact.undoes := NULL;
  END IF;
$new$);
  known := replace(pointed,
$old$    fact.reason := CASE WHEN p_scan ? 'registrationId' OR p_scan ? 'code' THEN 'unknown' ELSE 'nothing_to_undo' END;
$old$,
$new$    fact.reason := CASE WHEN p_scan ? 'registrationId' OR p_scan ? 'code' THEN 'unknown' ELSE 'nothing_to_undo' END;
    IF fact.reason = 'unknown' THEN
      fact.undoes := NULL;
    END IF;
$new$);
  placed := replace(known,
$old$    fact.reason := 'unknown_point';
$old$,
$new$    fact.reason := CASE WHEN fact.undoes IS NULL THEN 'unknown_point' ELSE 'nothing_to_undo' END;
$new$);
  taken := replace(placed,
$old$                AND (u.registration_id IS NULL OR u.registration_id = person.id)) THEN
$old$,
$new$                AND (u.registration_id IS NULL OR u.registration_id = person.id)
                AND (u.point_id IS NULL OR u.point_id = fact.point_id)) THEN
$new$);
  IF pointed = before OR known = pointed OR placed = known OR taken = placed THEN
    RAISE EXCEPTION 'check_in_judge is not the one that this migration changes';
  END IF;
  EXECUTE taken;
END $do$;

UPDATE check_in_fact SET undoes = NULL WHERE kind = 'undo' AND reason IN ('unknown', 'unknown_point');
