-- Two people at once: whoever got the locks later was told a position behind the other, and must not stand before
-- them because their own request began earlier. So nobody joins a line before anybody who stands in it.
CREATE OR REPLACE FUNCTION places_take(p_event uuid, p_registration uuid, p_wishes jsonb, p_queued_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wish jsonb;
  wanted uuid[];
  is_admitted boolean := true;
  claim_state "ClaimState";
  queued timestamptz;
BEGIN
  PERFORM 1 FROM pool
    WHERE event_id = p_event
      AND id IN (SELECT pool_id::uuid FROM jsonb_array_elements(p_wishes) w, jsonb_array_elements_text(w -> 'pools') pool_id)
    ORDER BY id FOR UPDATE;
  SELECT GREATEST(p_queued_at, max(queued_at) + interval '1 microsecond') INTO queued
    FROM claim WHERE event_id = p_event AND state = 'waiting';
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
      VALUES ((wish ->> 'id')::uuid, p_event, p_registration, (wish ->> 'kind')::"ClaimKind", (wish ->> 'subjectId')::uuid, claim_state, queued);
    INSERT INTO claim_place (claim_id, pool_id, event_id) SELECT (wish ->> 'id')::uuid, pool_id, p_event FROM unnest(wanted) pool_id;
  END LOOP;
END $$;
