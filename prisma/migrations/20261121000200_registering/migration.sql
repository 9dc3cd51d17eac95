-- Described in lib/places/take.ts. Locks every wanted pool in the order of its id, then gives each wish
-- all of its places or none. `p_wishes`: [{ id, kind, subjectId, pools: [id], mayWait }], the event's own first.
CREATE FUNCTION places_take(p_event uuid, p_registration uuid, p_wishes jsonb, p_queued_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wish jsonb;
  wanted uuid[];
  is_admitted boolean := true;
  claim_state "ClaimState";
BEGIN
  PERFORM 1 FROM pool
    WHERE event_id = p_event
      AND id IN (SELECT pool_id::uuid FROM jsonb_array_elements(p_wishes) w, jsonb_array_elements_text(w -> 'pools') pool_id)
    ORDER BY id FOR UPDATE;
  FOR wish IN SELECT * FROM jsonb_array_elements(p_wishes) LOOP
    wanted := ARRAY(SELECT jsonb_array_elements_text(wish -> 'pools')::uuid);
    IF NOT is_admitted THEN
      claim_state := 'wished';
    ELSIF NOT EXISTS (SELECT 1 FROM pool WHERE id = ANY (wanted) AND taken >= size) THEN
      UPDATE pool SET taken = taken + 1 WHERE event_id = p_event AND id = ANY (wanted) AND (size IS NULL OR taken < size);
      claim_state := 'held';
    ELSIF (wish ->> 'mayWait')::boolean THEN
      claim_state := 'waiting';
      is_admitted := wish ->> 'kind' <> 'event';
    ELSE
      RAISE EXCEPTION 'no place left' USING ERRCODE = 'LY001', DETAIL = (wish ->> 'kind') || ' ' || (wish ->> 'subjectId');
    END IF;
    INSERT INTO claim (id, event_id, registration_id, kind, subject_id, state, queued_at)
      VALUES ((wish ->> 'id')::uuid, p_event, p_registration, (wish ->> 'kind')::"ClaimKind", (wish ->> 'subjectId')::uuid, claim_state, p_queued_at);
    INSERT INTO claim_place (claim_id, pool_id, event_id) SELECT (wish ->> 'id')::uuid, pool_id, p_event FROM unnest(wanted) pool_id;
  END LOOP;
END $$;

-- How many wait before this claim for any of the same places.
CREATE FUNCTION places_ahead(p_claim uuid) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT other.id)::integer
    FROM claim mine
    JOIN claim_place my_place ON my_place.claim_id = mine.id
    JOIN claim_place their_place ON their_place.pool_id = my_place.pool_id
    JOIN claim other ON other.id = their_place.claim_id
   WHERE mine.id = p_claim AND mine.state = 'waiting' AND other.state = 'waiting'
     AND (other.queued_at, other.id) < (mine.queued_at, mine.id)
$$;

-- What a registration holds and waits for, in the shape that an answer to its person has.
CREATE FUNCTION registrations_standing(p_registration uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'registrationId', r.id, 'status', r.status,
    'claims', COALESCE((SELECT jsonb_agg(jsonb_build_object(
        'kind', c.kind, 'subjectId', c.subject_id, 'state', c.state,
        'ahead', CASE WHEN c.state = 'waiting' THEN places_ahead(c.id) END) ORDER BY c.kind, c.subject_id)
      FROM claim c WHERE c.registration_id = r.id), '[]'))
  FROM registration r WHERE r.id = p_registration
$$;

-- The same shape for somebody who would register now; takes nothing.
CREATE FUNCTION registrations_would_stand(p_event uuid, p_wishes jsonb, p_status text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  wish jsonb;
  wanted uuid[];
  status text := p_status;
  claim_state text;
  people_ahead integer;
  claims jsonb := '[]';
BEGIN
  FOR wish IN SELECT * FROM jsonb_array_elements(p_wishes) LOOP
    wanted := ARRAY(SELECT jsonb_array_elements_text(wish -> 'pools')::uuid);
    people_ahead := NULL;
    IF status = 'waitlisted' THEN
      claim_state := 'wished';
    ELSIF NOT EXISTS (SELECT 1 FROM pool WHERE id = ANY (wanted) AND taken >= size) THEN
      claim_state := 'held';
    ELSIF (wish ->> 'mayWait')::boolean THEN
      claim_state := 'waiting';
      SELECT count(DISTINCT c.id) INTO people_ahead FROM claim c JOIN claim_place cp ON cp.claim_id = c.id
        WHERE c.event_id = p_event AND c.state = 'waiting' AND cp.pool_id = ANY (wanted);
      IF wish ->> 'kind' = 'event' THEN status := 'waitlisted'; END IF;
    ELSE
      RAISE EXCEPTION 'no place left' USING ERRCODE = 'LY001', DETAIL = (wish ->> 'kind') || ' ' || (wish ->> 'subjectId');
    END IF;
    claims := claims || jsonb_build_object('kind', wish ->> 'kind', 'subjectId', wish ->> 'subjectId', 'state', claim_state, 'ahead', people_ahead);
  END LOOP;
  RETURN jsonb_build_object('registrationId', NULL, 'status', status, 'claims', claims);
END $$;

-- Described in lib/registrations/register.ts: one registration with everything it takes, says and promises.
CREATE FUNCTION registrations_register(p_event uuid, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := p -> 'registration';
  me uuid := (r ->> 'id')::uuid;
  found_id uuid;
  standing jsonb;
BEGIN
  INSERT INTO registration (id, event_id, code, status, name, email, email_normalized, organization, legal_name, presence, days, diet,
      photo, accessibility, is_listed, language, source, submission_id, manage_token_hash, registered_at)
    VALUES (me, p_event, r ->> 'code', (r ->> 'status')::"RegistrationStatus", r ->> 'name', r ->> 'email', r ->> 'emailNormalized',
      r ->> 'organization', r ->> 'legalName', (r ->> 'presence')::"Presence",
      ARRAY(SELECT jsonb_array_elements_text(r -> 'days')::date), ARRAY(SELECT jsonb_array_elements_text(r -> 'diet')::"Diet"),
      (r ->> 'photo')::"PhotoPreference", r ->> 'accessibility', (r ->> 'isListed')::boolean, r ->> 'language',
      (r ->> 'source')::"RegistrationSource", r ->> 'submissionId', r ->> 'manageTokenHash', (r ->> 'registeredAt')::timestamptz)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT id INTO found_id FROM registration WHERE event_id = p_event AND submission_id = r ->> 'submissionId';
    IF FOUND THEN
      RETURN registrations_standing(found_id) || '{"outcome": "repeated"}';
    END IF;
    SELECT id INTO found_id FROM registration
      WHERE event_id = p_event AND email_normalized = r ->> 'emailNormalized' AND status <> 'cancelled';
    -- Its owner is told in the mailbox, at most every ten minutes; whoever asks learns only what anybody would.
    INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts)
      SELECT (p #>> '{mail,id}')::uuid, p_event, known.id, 'already_registered', known.language, known.name, known.email,
          (p #> '{mail,facts}') || registrations_standing(known.id) || jsonb_build_object('name', known.name, 'code', known.code, 'manageVersion', known.manage_version)
        FROM registration known
       WHERE known.id = found_id AND NOT EXISTS (SELECT 1 FROM outbox_mail m
             WHERE m.registration_id = known.id AND m.kind = 'already_registered' AND m.created_at > now() - interval '10 minutes');
    RETURN registrations_would_stand(p_event, p -> 'wishes', r ->> 'status') || '{"outcome": "already_registered"}';
  END IF;

  PERFORM places_take(p_event, me, p -> 'wishes', (r ->> 'registeredAt')::timestamptz);
  UPDATE registration SET status = 'waitlisted'
    WHERE id = me AND EXISTS (SELECT 1 FROM claim WHERE registration_id = me AND kind = 'event' AND state = 'waiting');

  INSERT INTO meal_choice (registration_id, meal_id, event_id, option_id, choice)
    SELECT me, (m ->> 'mealId')::uuid, p_event, (m ->> 'optionId')::uuid, m ->> 'choice' FROM jsonb_array_elements(p -> 'meals') m;
  INSERT INTO allergy_note (registration_id, event_id, text) SELECT me, p_event, p ->> 'allergies' WHERE p ->> 'allergies' IS NOT NULL;
  INSERT INTO stay (registration_id, event_id, room_type_id, nights, roommate)
    SELECT me, p_event, (s ->> 'roomTypeId')::uuid, ARRAY(SELECT jsonb_array_elements_text(s -> 'nights')::date), s ->> 'roommate'
      FROM jsonb_array_elements(p -> 'stays') s;
  INSERT INTO consent (id, registration_id, event_id, kind, text_version, is_given, decided_at, language)
    SELECT (c ->> 'id')::uuid, me, p_event, c ->> 'kind', (c ->> 'textVersion')::integer, (c ->> 'isGiven')::boolean,
        (r ->> 'registeredAt')::timestamptz, r ->> 'language'
      FROM jsonb_array_elements(p -> 'consents') c;

  standing := registrations_standing(me);
  INSERT INTO history_entry (id, event_id, actor_kind, actor_id, act, subject, subject_id, facts)
    VALUES ((p ->> 'historyId')::uuid, p_event, p #>> '{actor,kind}', p #>> '{actor,id}', 'registered', 'registration', me::text,
      jsonb_build_object('status', standing -> 'status', 'source', r ->> 'source'));
  INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts)
    VALUES ((p #>> '{mail,id}')::uuid, p_event, me, standing ->> 'status', r ->> 'language', r ->> 'name', r ->> 'email',
      (p #> '{mail,facts}') || standing);
  RETURN standing || '{"outcome": "registered"}';
END $$;
