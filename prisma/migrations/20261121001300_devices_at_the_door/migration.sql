CREATE TYPE "DeviceRole" AS ENUM ('scan_only', 'supervisor');

CREATE TABLE "device_link" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "DeviceRole" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "pin_hash" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "device_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "device_link_token_hash_key" ON "device_link"("token_hash");
CREATE UNIQUE INDEX "device_link_event_id_id_key" ON "device_link"("event_id", "id");
ALTER TABLE "device_link" ADD CONSTRAINT "device_link_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "device_link" ADD CONSTRAINT "device_link_made_by_fkey" FOREIGN KEY ("made_by") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "device_link" ADD CONSTRAINT device_link_lasts CHECK (valid_from < valid_until);

CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "DeviceRole" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "paired_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),
    "queue_length" INTEGER NOT NULL DEFAULT 0,
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "device_token_hash_key" ON "device"("token_hash");
CREATE UNIQUE INDEX "device_event_id_name_key" ON "device"("event_id", "name");
ALTER TABLE "device" ADD CONSTRAINT "device_event_id_link_id_fkey" FOREIGN KEY ("event_id", "link_id") REFERENCES "device_link"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "device" ADD CONSTRAINT device_queue_counts CHECK (queue_length >= 0);

-- What an offline device told by itself stays beside the verdict: where they differ, a human looks at it.
ALTER TABLE "check_in_fact" ADD COLUMN "device_id" UUID, ADD COLUMN "told" "ScanOutcome";
CREATE INDEX "check_in_fact_event_id_undoes_idx" ON "check_in_fact"("event_id", "undoes");

-- Every scan that counts: somebody was let in, and no undo about them names it, whichever of the two came first.
CREATE VIEW check_in_arrived AS
  SELECT f.* FROM check_in_fact f
   WHERE f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.registration_id IS NOT NULL
     AND NOT EXISTS (
       SELECT 1 FROM check_in_fact u
        WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id));

-- Described in lib/auth/check-in-key-from-bearer.ts. No row: the token opens nothing; no event: it opens another one.
DROP FUNCTION check_in_bearer(text, text);
CREATE FUNCTION check_in_bearer(p_hash text, p_slug text)
RETURNS TABLE (token_id uuid, user_id uuid, device_id uuid, device_name text, rank text, event_id uuid) LANGUAGE sql STABLE AS $$
  SELECT held.token_id, held.user_id, held.device_id, held.device_name, held.rank,
      (SELECT e.id FROM event e
        WHERE e.id = held.at_event
          AND (e.slug = p_slug OR EXISTS (SELECT 1 FROM event_slug s WHERE s.event_id = e.id AND s.slug = p_slug)))
    FROM (
      SELECT t.id AS token_id, t.user_id, NULL::uuid AS device_id, NULL::text AS device_name,
             CASE WHEN u.is_admin OR m.role IN ('owner', 'organizer') THEN 'supervisor' ELSE 'staff' END AS rank, t.event_id AS at_event
        FROM access_token t
        JOIN user_account u ON u.id = t.user_id
        LEFT JOIN team_member m ON m.event_id = t.event_id AND m.user_id = u.id
       WHERE t.hash = p_hash AND t.purpose = 'check_in_api' AND t.event_id IS NOT NULL
         AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL
         AND (u.is_admin OR m.role IS NOT NULL)
      UNION ALL
      SELECT NULL, NULL, d.id, d.name, d.role::text, d.event_id
        FROM device d WHERE d.token_hash = p_hash AND d.revoked_at IS NULL AND d.ends_at > now()) held
$$;

-- May let somebody in who is not confirmed: an owner, an organizer, an admin, or a device of a supervisor.
CREATE FUNCTION check_in_may_overrule(p_event uuid, p_user uuid, p_device uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT check_in_may_overrule(p_event, p_user) OR EXISTS (
    SELECT 1 FROM device d
     WHERE d.id = p_device AND d.event_id = p_event AND d.role = 'supervisor' AND d.revoked_at IS NULL)
$$;

-- The earliest scan that counts of somebody at a point: the same one in whichever order they reached us.
CREATE OR REPLACE FUNCTION check_in_arrival(p_registration uuid, p_point uuid) RETURNS check_in_fact LANGUAGE sql STABLE AS $$
  SELECT f FROM check_in_fact f
   WHERE f.registration_id = p_registration AND f.point_id = p_point
     AND f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived')
     AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                      WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                        AND (u.registration_id IS NULL OR u.registration_id = f.registration_id))
   ORDER BY f.device_at, f.server_at, f.id LIMIT 1
$$;

-- Whether somebody is out again: the last that counts at a point with exits is a scan of leaving.
CREATE FUNCTION check_in_is_out(p_registration uuid, p_point uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE((
    SELECT f.kind = 'leave' FROM check_in_fact f
     WHERE f.registration_id = p_registration AND f.point_id = p_point
       AND f.outcome IN ('arrived', 'already_arrived', 'left') AND f.kind <> 'undo'
       AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                        WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id))
     ORDER BY f.device_at DESC, f.server_at DESC, f.id DESC LIMIT 1), false)
$$;

-- One scan as a fact with its verdict, not yet kept.
CREATE OR REPLACE FUNCTION check_in_judge(p_event uuid, p_actor jsonb, p_scan jsonb) RETURNS check_in_fact LANGUAGE plpgsql AS $$
DECLARE
  fact check_in_fact;
  named check_in_fact;
  arrival check_in_fact;
  person registration;
  has_exits boolean;
  counts boolean;
  is_welcome boolean;
BEGIN
  fact.event_id := p_event;
  fact.id := (p_scan ->> 'id')::uuid;
  fact.kind := (p_scan ->> 'kind')::"ScanKind";
  fact.undoes := CASE WHEN fact.kind = 'undo' THEN (p_scan ->> 'undoes')::uuid END;
  fact.device := p_actor ->> 'device';
  fact.user_id := (p_actor ->> 'userId')::uuid;
  fact.token_id := (p_actor ->> 'tokenId')::uuid;
  fact.device_id := (p_actor ->> 'deviceId')::uuid;
  fact.device_at := (p_scan ->> 'at')::timestamptz;
  fact.server_at := clock_timestamp();
  fact.is_id_seen := COALESCE((p_scan ->> 'idSeen')::boolean, false);
  fact.is_sticker_given := COALESCE((p_scan ->> 'stickerGiven')::boolean, false);
  fact.told := (p_scan ->> 'told')::"ScanOutcome";
  fact.is_forced := false;
  fact.outcome := 'refused';

  IF fact.undoes IS NOT NULL THEN
    SELECT * INTO named FROM check_in_fact WHERE event_id = p_event AND id = fact.undoes;
  END IF;
  SELECT p.id, p.has_exits INTO fact.point_id, has_exits FROM check_in_point p
    WHERE p.event_id = p_event
      AND CASE WHEN p_scan ->> 'point' IS NOT NULL THEN p.key = p_scan ->> 'point'
               WHEN named.point_id IS NOT NULL THEN p.id = named.point_id
               ELSE p.is_arrival END;
  IF p_scan ? 'registrationId' THEN
    SELECT * INTO person FROM registration WHERE id = (p_scan ->> 'registrationId')::uuid;
  ELSIF p_scan ? 'code' THEN
    SELECT * INTO person FROM registration WHERE code = p_scan ->> 'code';
  ELSE
    SELECT * INTO person FROM registration WHERE id = named.registration_id;
  END IF;
  IF person.id IS NULL OR person.event_id <> p_event OR person.cancel_reason IS NOT DISTINCT FROM 'erased' THEN
    fact.reason := CASE WHEN p_scan ? 'registrationId' OR p_scan ? 'code' THEN 'unknown' ELSE 'nothing_to_undo' END;
    RETURN fact;
  END IF;

  fact.registration_id := person.id;
  fact.hand_out := jsonb_build_object(
    'noCamera', person.photo = 'no_camera',
    'activities', COALESCE((
      SELECT jsonb_agg(a.title ORDER BY a.starts_at, a.position)
        FROM claim c JOIN activity a ON a.id = c.subject_id
       WHERE c.registration_id = person.id AND c.kind = 'activity' AND c.state = 'held'), '[]'));
  IF fact.point_id IS NULL THEN
    fact.reason := 'unknown_point';
    RETURN fact;
  END IF;

  -- Two phones, one person: the second waits here, and then sees what the first was answered.
  PERFORM pg_advisory_xact_lock(hashtextextended(person.id::text, 0));
  arrival := check_in_arrival(person.id, fact.point_id);

  IF fact.kind = 'undo' THEN
    IF fact.undoes IS NULL THEN
      fact.undoes := arrival.id;
      counts := arrival.id IS NOT NULL;
    ELSE
      counts := named.registration_id = person.id AND named.point_id = fact.point_id
        AND named.kind <> 'undo' AND named.outcome IN ('arrived', 'already_arrived', 'left')
        AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                         WHERE u.event_id = p_event AND u.undoes = named.id AND u.outcome = 'undone');
    END IF;
    IF counts IS NOT TRUE THEN
      fact.reason := 'nothing_to_undo';
    END IF;
    fact.outcome := CASE WHEN fact.reason IS NULL THEN 'undone' ELSE 'refused' END;
    RETURN fact;
  END IF;

  -- Taken back before it reached us: the device's undo came first.
  IF EXISTS (SELECT 1 FROM check_in_fact u
              WHERE u.event_id = p_event AND u.undoes = fact.id AND u.kind = 'undo'
                AND (u.registration_id IS NULL OR u.registration_id = person.id)) THEN
    fact.outcome := 'undone';
    RETURN fact;
  END IF;

  IF fact.kind = 'leave' THEN
    IF NOT has_exits THEN
      fact.reason := 'no_exit';
    ELSIF arrival.id IS NULL THEN
      fact.reason := 'not_inside';
    ELSE
      fact.outcome := 'left';
    END IF;
    RETURN fact;
  END IF;

  is_welcome := person.status = 'confirmed' OR COALESCE(arrival.is_forced, false);
  IF NOT is_welcome AND (p_scan ->> 'force')::boolean THEN
    fact.is_forced := check_in_may_overrule(p_event, fact.user_id, fact.device_id);
  END IF;
  IF NOT is_welcome AND NOT fact.is_forced THEN
    fact.reason := person.status;
  ELSIF arrival.id IS NOT NULL AND NOT (has_exits AND check_in_is_out(person.id, fact.point_id)) THEN
    fact.outcome := 'already_arrived';
    fact.first_at := arrival.device_at;
  ELSE
    fact.outcome := 'arrived';
  END IF;
  RETURN fact;
END $$;

-- Described in lib/check-in/record-scans.ts. `p_actor`: { device, userId, tokenId, deviceId }.
CREATE OR REPLACE FUNCTION check_in_record(p_event uuid, p_actor jsonb, p_scans jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  scan jsonb;
  fact check_in_fact;
  answers jsonb[] := '{}';
BEGIN
  -- Single scans pass beside each other; a batch passes alone, or two of them could wait for each other for ever.
  IF jsonb_array_length(p_scans) = 1 THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(p_event::text, 0));
  ELSE
    PERFORM pg_advisory_xact_lock(hashtextextended(p_event::text, 0));
  END IF;
  FOR scan IN SELECT * FROM jsonb_array_elements(p_scans) LOOP
    SELECT * INTO fact FROM check_in_fact WHERE event_id = p_event AND id = (scan ->> 'id')::uuid;
    IF NOT FOUND THEN
      fact := check_in_judge(p_event, p_actor, scan);
      INSERT INTO check_in_fact VALUES (fact.*) ON CONFLICT (event_id, id) DO NOTHING;
      IF NOT FOUND THEN
        SELECT * INTO fact FROM check_in_fact WHERE event_id = p_event AND id = (scan ->> 'id')::uuid;
      ELSIF fact.outcome = 'undone' AND fact.kind = 'undo' AND scan ->> 'undoes' IS NULL THEN
        PERFORM check_in_undo_rest(fact);
      END IF;
    END IF;
    answers := answers || check_in_answer(fact);
  END LOOP;
  RETURN to_jsonb(answers);
END $$;

-- An undo that names nobody's scan takes back all that count; each gets an undo of its own that names it.
CREATE FUNCTION check_in_undo_rest(p_undo check_in_fact) RETURNS void LANGUAGE sql AS $$
  INSERT INTO check_in_fact (event_id, id, registration_id, point_id, kind, undoes, outcome, device_at, server_at, device,
                             user_id, token_id, device_id, is_id_seen, is_sticker_given, is_forced, hand_out)
  SELECT p_undo.event_id, gen_random_uuid(), p_undo.registration_id, p_undo.point_id, 'undo', f.id, 'undone', p_undo.device_at,
         p_undo.server_at, p_undo.device, p_undo.user_id, p_undo.token_id, p_undo.device_id, false, false, false, p_undo.hand_out
    FROM check_in_arrived f WHERE f.registration_id = p_undo.registration_id AND f.point_id = p_undo.point_id
$$;

-- A batch of whoever holds this token, in one round trip: the key is read and used in the same statement.
-- No row: the token opens nothing; no event: it opens another one.
CREATE FUNCTION check_in_scan(p_hash text, p_slug text, p_device text, p_scans jsonb)
RETURNS TABLE (event_id uuid, results jsonb) LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  SELECT * INTO held FROM check_in_bearer(p_hash, p_slug);
  IF NOT FOUND THEN
    RETURN;
  END IF;
  event_id := held.event_id;
  IF held.event_id IS NOT NULL THEN
    results := check_in_record(held.event_id, jsonb_build_object(
      'device', COALESCE(held.device_name, p_device), 'userId', held.user_id, 'tokenId', held.token_id,
      'deviceId', held.device_id), p_scans);
  END IF;
  RETURN NEXT;
END $$;

-- Who came, of everybody expected at the door.
CREATE OR REPLACE FUNCTION check_in_count(p_event uuid, p_point uuid) RETURNS TABLE (arrived integer, expected integer)
LANGUAGE sql STABLE AS $$
  SELECT count(came.registration_id)::integer,
      (count(*) FILTER (WHERE came.registration_id IS NOT NULL OR (r.status = 'confirmed' AND r.presence <> 'remote')))::integer
    FROM registration r
    LEFT JOIN (SELECT DISTINCT f.registration_id FROM check_in_arrived f
                WHERE f.event_id = p_event AND f.point_id = p_point) came ON came.registration_id = r.id
   WHERE r.event_id = p_event
$$;
