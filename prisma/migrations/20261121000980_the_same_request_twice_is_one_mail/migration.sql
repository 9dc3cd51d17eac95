-- As before. New: two who ask at once with an address that is registered look one after the other whether its owner
-- was told just now. They hold nothing else that anybody could wait for.
CREATE OR REPLACE FUNCTION registrations_register(p_event uuid, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  r jsonb := p -> 'registration';
  me uuid := (r ->> 'id')::uuid;
  found_id uuid;
  standing jsonb;
BEGIN
  FOR attempt IN 1..5 LOOP
    INSERT INTO registration (id, event_id, code, status, name, email, email_normalized, organization, legal_name, presence, days, diet,
        photo, accessibility, is_listed, language, source, submission_id, manage_token_hash, registered_at, unverified_until, is_stay_undecided)
      VALUES (me, p_event, r ->> 'code', (r ->> 'status')::"RegistrationStatus", r ->> 'name', r ->> 'email', r ->> 'emailNormalized',
        r ->> 'organization', r ->> 'legalName', (r ->> 'presence')::"Presence",
        ARRAY(SELECT jsonb_array_elements_text(r -> 'days')::date), ARRAY(SELECT jsonb_array_elements_text(r -> 'diet')::"Diet"),
        (r ->> 'photo')::"PhotoPreference", r ->> 'accessibility', (r ->> 'isListed')::boolean, r ->> 'language',
        (r ->> 'source')::"RegistrationSource", r ->> 'submissionId', r ->> 'manageTokenHash', (r ->> 'registeredAt')::timestamptz,
        (r ->> 'unverifiedUntil')::timestamptz, COALESCE((r ->> 'isStayUndecided')::boolean, false))
      ON CONFLICT DO NOTHING;
    EXIT WHEN FOUND;
    SELECT id INTO found_id FROM registration WHERE event_id = p_event AND submission_id = r ->> 'submissionId';
    IF FOUND THEN
      RETURN registrations_standing(found_id) || '{"outcome": "repeated"}';
    END IF;
    SELECT id INTO found_id FROM registration
      WHERE event_id = p_event AND email_normalized = r ->> 'emailNormalized' AND status <> 'cancelled' FOR NO KEY UPDATE;
    IF FOUND THEN
      -- Its owner is told in the mailbox, at most every ten minutes; whoever asks learns only what anybody would.
      INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts)
        SELECT (p #>> '{mail,id}')::uuid, p_event, known.id, 'already_registered', known.language, known.name, known.email,
            (p #> '{mail,facts}') || registrations_standing(known.id) || jsonb_build_object('name', known.name, 'code', known.code, 'manageVersion', known.manage_version)
          FROM registration known
         WHERE known.id = found_id AND NOT EXISTS (SELECT 1 FROM outbox_mail m
               WHERE m.registration_id = known.id AND m.kind = 'already_registered' AND m.created_at > now() - interval '10 minutes');
      RETURN registrations_would_stand(p_event, p -> 'wishes', CASE WHEN (p ->> 'isResting')::boolean THEN 'pending_approval' ELSE r ->> 'status' END)
          || CASE WHEN (p ->> 'isResting')::boolean THEN jsonb_build_object('status', r ->> 'status') ELSE '{}' END
          || '{"outcome": "already_registered"}';
    END IF;
    -- Somebody cancelled and registers again at the same moment: what stood in the way is gone by now.
    IF attempt = 5 THEN
      RAISE EXCEPTION 'a registration that is neither there nor not there' USING ERRCODE = 'unique_violation';
    END IF;
  END LOOP;

  IF p ->> 'invitationHash' IS NOT NULL THEN
    UPDATE invitation SET registration_id = me
      WHERE event_id = p_event AND hash = p ->> 'invitationHash' AND registration_id IS NULL AND revoked_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'invitation spent' USING ERRCODE = 'LY002';
    END IF;
  END IF;
  INSERT INTO allergy_note (registration_id, event_id, text) SELECT me, p_event, p ->> 'allergies' WHERE p ->> 'allergies' IS NOT NULL;
  INSERT INTO consent (id, registration_id, event_id, kind, text_version, is_given, decided_at, language)
    SELECT (c ->> 'id')::uuid, me, p_event, c ->> 'kind', (c ->> 'textVersion')::integer, (c ->> 'isGiven')::boolean,
        (r ->> 'registeredAt')::timestamptz, r ->> 'language'
      FROM jsonb_array_elements(p -> 'consents') c;

  IF (p ->> 'isResting')::boolean THEN
    PERFORM places_wish(p_event, me, p -> 'wishes', (r ->> 'registeredAt')::timestamptz);
  ELSE
    PERFORM places_take(p_event, me, p -> 'wishes', (r ->> 'registeredAt')::timestamptz);
    UPDATE registration SET status = 'waitlisted'
      WHERE id = me AND status = 'confirmed' AND EXISTS (SELECT 1 FROM claim WHERE registration_id = me AND kind = 'event' AND state = 'waiting');
  END IF;

  INSERT INTO meal_choice (registration_id, meal_id, event_id, option_id, choice)
    SELECT me, (m ->> 'mealId')::uuid, p_event, (m ->> 'optionId')::uuid, m ->> 'choice' FROM jsonb_array_elements(p -> 'meals') m;
  INSERT INTO stay (registration_id, event_id, room_type_id, nights, roommate)
    SELECT me, p_event, (s ->> 'roomTypeId')::uuid, ARRAY(SELECT jsonb_array_elements_text(s -> 'nights')::date), s ->> 'roommate'
      FROM jsonb_array_elements(p -> 'stays') s;
  INSERT INTO answer (registration_id, question_id, event_id, value)
    SELECT me, (a ->> 'questionId')::uuid, p_event, a -> 'value' FROM jsonb_array_elements(COALESCE(p -> 'answers', '[]')) a;

  standing := registrations_standing(me);
  INSERT INTO history_entry (id, event_id, actor_kind, actor_id, act, subject, subject_id, facts)
    VALUES ((p ->> 'historyId')::uuid, p_event, p #>> '{actor,kind}', p #>> '{actor,id}', 'registered', 'registration', me::text,
      jsonb_build_object('status', standing -> 'status', 'source', r ->> 'source'));
  INSERT INTO outbox_mail (id, event_id, registration_id, kind, language, to_name, to_address, facts)
    VALUES ((p #>> '{mail,id}')::uuid, p_event, me, standing ->> 'status', r ->> 'language', r ->> 'name', r ->> 'email',
      (p #> '{mail,facts}') || standing);
  RETURN standing || '{"outcome": "registered"}';
END $$;
