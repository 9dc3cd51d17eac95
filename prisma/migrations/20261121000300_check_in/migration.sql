-- Refused scans are kept even where nobody knows their point; what a desk was told belongs to the first answer.
ALTER TABLE "check_in_fact" ADD COLUMN     "hand_out" JSONB,
ALTER COLUMN "point_id" DROP NOT NULL;

ALTER TABLE check_in_fact
  ADD CONSTRAINT fact_at_a_point CHECK (outcome = 'refused' OR point_id IS NOT NULL);
CREATE UNIQUE INDEX check_in_fact_undone_once ON check_in_fact (event_id, undoes) WHERE outcome = 'undone';

-- Described in lib/auth/check-in-key-from-bearer.ts. No row: the token opens nothing; no event: it opens another one.
CREATE FUNCTION check_in_bearer(p_hash text, p_slug text)
RETURNS TABLE (token_id uuid, user_id uuid, event_id uuid) LANGUAGE sql STABLE AS $$
  SELECT t.id, t.user_id,
      (SELECT e.id FROM event e
        WHERE e.id = t.event_id
          AND (e.slug = p_slug OR EXISTS (SELECT 1 FROM event_slug s WHERE s.event_id = e.id AND s.slug = p_slug)))
    FROM access_token t
    JOIN user_account u ON u.id = t.user_id
   WHERE t.hash = p_hash AND t.purpose = 'check_in_api' AND t.event_id IS NOT NULL
     AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL
     AND (u.is_admin OR EXISTS (SELECT 1 FROM team_member m WHERE m.event_id = t.event_id AND m.user_id = u.id))
$$;

-- May let somebody in who is not confirmed.
CREATE FUNCTION check_in_may_overrule(p_event uuid, p_user uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM user_account u
      LEFT JOIN team_member m ON m.event_id = p_event AND m.user_id = u.id
     WHERE u.id = p_user AND u.disabled_at IS NULL AND (u.is_admin OR m.role IN ('owner', 'organizer')))
$$;

-- The arrival of somebody at a point that counts now: the one that no undo names.
CREATE FUNCTION check_in_arrival(p_registration uuid, p_point uuid) RETURNS check_in_fact LANGUAGE sql STABLE AS $$
  SELECT f FROM check_in_fact f
   WHERE f.registration_id = p_registration AND f.point_id = p_point AND f.outcome = 'arrived'
     AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                      WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.outcome = 'undone')
   ORDER BY f.server_at LIMIT 1
$$;

-- What a fact is answered with, the first time and every other.
CREATE FUNCTION check_in_answer(p_fact check_in_fact) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'id', p_fact.id, 'outcome', p_fact.outcome, 'reason', p_fact.reason,
    'firstAt', to_char(p_fact.first_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'person', (SELECT jsonb_build_object('name', r.name, 'organization', r.organization) || COALESCE(p_fact.hand_out, '{}')
                 FROM registration r
                WHERE r.id = p_fact.registration_id AND r.cancel_reason IS DISTINCT FROM 'erased')))
$$;

-- One scan as a fact with its verdict, not yet kept.
CREATE FUNCTION check_in_judge(p_event uuid, p_actor jsonb, p_scan jsonb) RETURNS check_in_fact LANGUAGE plpgsql AS $$
DECLARE
  fact check_in_fact;
  named check_in_fact;
  arrival check_in_fact;
  person registration;
  is_welcome boolean;
BEGIN
  fact.event_id := p_event;
  fact.id := (p_scan ->> 'id')::uuid;
  fact.kind := (p_scan ->> 'kind')::"ScanKind";
  fact.undoes := CASE WHEN fact.kind = 'undo' THEN (p_scan ->> 'undoes')::uuid END;
  fact.device := p_actor ->> 'device';
  fact.user_id := (p_actor ->> 'userId')::uuid;
  fact.token_id := (p_actor ->> 'tokenId')::uuid;
  fact.device_at := (p_scan ->> 'at')::timestamptz;
  fact.server_at := clock_timestamp();
  fact.is_id_seen := COALESCE((p_scan ->> 'idSeen')::boolean, false);
  fact.is_sticker_given := COALESCE((p_scan ->> 'stickerGiven')::boolean, false);
  fact.is_forced := false;
  fact.outcome := 'refused';

  IF fact.undoes IS NOT NULL THEN
    SELECT * INTO named FROM check_in_fact WHERE event_id = p_event AND id = fact.undoes;
  END IF;
  SELECT id INTO fact.point_id FROM check_in_point
    WHERE event_id = p_event
      AND CASE WHEN p_scan ->> 'point' IS NOT NULL THEN key = p_scan ->> 'point'
               WHEN named.point_id IS NOT NULL THEN id = named.point_id
               ELSE is_arrival END;
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
    IF arrival.id IS NULL OR COALESCE(fact.undoes, arrival.id) <> arrival.id THEN
      fact.reason := 'nothing_to_undo';
    ELSE
      fact.outcome := 'undone';
      fact.undoes := arrival.id;
    END IF;
    RETURN fact;
  END IF;

  is_welcome := person.status = 'confirmed' OR COALESCE(arrival.is_forced, false);
  IF NOT is_welcome AND (p_scan ->> 'force')::boolean THEN
    fact.is_forced := check_in_may_overrule(p_event, fact.user_id);
  END IF;
  IF NOT is_welcome AND NOT fact.is_forced THEN
    fact.reason := person.status;
  ELSIF arrival.id IS NOT NULL THEN
    fact.outcome := 'already_arrived';
    fact.first_at := arrival.device_at;
  ELSE
    fact.outcome := 'arrived';
  END IF;
  RETURN fact;
END $$;

-- Described in lib/check-in/record-scans.ts. `p_actor`: { device, userId, tokenId }.
CREATE FUNCTION check_in_record(p_event uuid, p_actor jsonb, p_scans jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
      END IF;
    END IF;
    answers := answers || check_in_answer(fact);
  END LOOP;
  RETURN to_jsonb(answers);
END $$;

-- A name as people hear it: no case, no accents, and "ue" like "ü".
CREATE FUNCTION check_in_sounds(p_text text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(replace(lower(normalize(p_text, NFKD)), 'ß', 'ss'), '[\u0300-\u036f]', '', 'g'), '([aou])e', '\1', 'g')
$$;

-- Described in lib/check-in/queries.ts: people by the start of a name (or within it), a code, or a code's last group.
CREATE FUNCTION check_in_find(p_event uuid, p_point uuid, p_text text, p_code text, p_limit integer)
RETURNS TABLE (id uuid, name text, organization text, code_end text, status text, legal_name text, arrived_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT r.id, r.name, r.organization, right(r.code, 4), r.status::text, CASE WHEN e.is_legal_name_required THEN r.legal_name END,
      (check_in_arrival(r.id, p_point)).device_at
    FROM registration r
    JOIN event e ON e.id = r.event_id
    CROSS JOIN LATERAL (SELECT ' ' || check_in_sounds(
      r.name || CASE WHEN e.is_legal_name_required THEN ' ' || COALESCE(r.legal_name, '') ELSE '' END) AS sound) heard
   WHERE r.event_id = p_event AND r.cancel_reason IS DISTINCT FROM 'erased'
     AND (r.code = p_code OR right(r.code, 4) = upper(p_text) OR strpos(heard.sound, check_in_sounds(p_text)) > 0)
   ORDER BY r.code = p_code DESC NULLS LAST, right(r.code, 4) = upper(p_text) DESC,
      strpos(heard.sound, ' ' || check_in_sounds(p_text)) > 0 DESC, r.status = 'cancelled', r.name, r.id
   LIMIT p_limit
$$;

-- Who came, of everybody expected at the door.
CREATE FUNCTION check_in_count(p_event uuid, p_point uuid) RETURNS TABLE (arrived integer, expected integer)
LANGUAGE sql STABLE AS $$
  SELECT count(came.registration_id)::integer,
      (count(*) FILTER (WHERE came.registration_id IS NOT NULL OR (r.status = 'confirmed' AND r.presence <> 'remote')))::integer
    FROM registration r
    LEFT JOIN (SELECT DISTINCT f.registration_id FROM check_in_fact f
                WHERE f.event_id = p_event AND f.point_id = p_point AND f.outcome = 'arrived'
                  AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                                   WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.outcome = 'undone')) came
      ON came.registration_id = r.id
   WHERE r.event_id = p_event
$$;
