-- How many rooms the hotel keeps for a night. The pool's size is the same until the release date and 0 after it: then
-- nobody new is admitted, by whatever way, and nobody who sleeps there is evicted.
ALTER TABLE "contingent_night" ADD COLUMN "rooms" INTEGER NOT NULL DEFAULT 0;
UPDATE contingent_night SET rooms = COALESCE(pool.size, 0) FROM pool WHERE pool.id = contingent_night.pool_id;
ALTER TABLE "contingent_night" ALTER COLUMN "rooms" DROP DEFAULT;
ALTER TABLE contingent_night ADD CONSTRAINT contingent_night_rooms_counted CHECK (rooms >= 0);

-- As before, and `mayRest`: what is full and has no line is kept as a wish that nobody promises.
CREATE OR REPLACE FUNCTION places_take_one_by_one(p_event uuid, p_registration uuid, p_wishes jsonb, p_queued_at timestamptz)
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
    ELSIF (wish ->> 'mayRest')::boolean THEN
      claim_state := 'wished';
    ELSE
      RAISE EXCEPTION 'no place left' USING ERRCODE = 'LY001', DETAIL = (wish ->> 'kind') || ' ' || (wish ->> 'subjectId');
    END IF;
    INSERT INTO claim (id, event_id, registration_id, kind, subject_id, state, queued_at)
      VALUES ((wish ->> 'id')::uuid, p_event, p_registration, (wish ->> 'kind')::"ClaimKind", (wish ->> 'subjectId')::uuid, claim_state, queued);
    INSERT INTO claim_place (claim_id, pool_id, event_id) SELECT (wish ->> 'id')::uuid, pool_id, p_event FROM unnest(wanted) pool_id;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION registrations_would_stand(p_event uuid, p_wishes jsonb, p_status text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  wish jsonb;
  wanted uuid[];
  status text := p_status;
  is_admitted boolean := p_status <> 'pending_approval';
  claim_state text;
  people_ahead integer;
  claims jsonb := '[]';
BEGIN
  FOR wish IN SELECT * FROM jsonb_array_elements(p_wishes) LOOP
    wanted := ARRAY(SELECT jsonb_array_elements_text(wish -> 'pools')::uuid);
    people_ahead := NULL;
    IF NOT is_admitted THEN
      claim_state := 'wished';
    ELSIF NOT EXISTS (SELECT 1 FROM pool WHERE id = ANY (wanted) AND taken >= size) THEN
      claim_state := 'held';
    ELSIF (wish ->> 'mayWait')::boolean THEN
      claim_state := 'waiting';
      SELECT count(DISTINCT c.id) INTO people_ahead FROM claim c JOIN claim_place cp ON cp.claim_id = c.id
        WHERE c.event_id = p_event AND c.state = 'waiting' AND cp.pool_id = ANY (wanted);
      IF wish ->> 'kind' = 'event' THEN
        is_admitted := false;
        IF status = 'confirmed' THEN status := 'waitlisted'; END IF;
      END IF;
    ELSIF (wish ->> 'mayRest')::boolean THEN
      claim_state := 'wished';
    ELSE
      RAISE EXCEPTION 'no place left' USING ERRCODE = 'LY001', DETAIL = (wish ->> 'kind') || ' ' || (wish ->> 'subjectId');
    END IF;
    claims := claims || jsonb_build_object('kind', wish ->> 'kind', 'subjectId', wish ->> 'subjectId', 'state', claim_state, 'offeredUntil', NULL, 'ahead', people_ahead);
  END LOOP;
  RETURN jsonb_build_object('registrationId', NULL, 'status', status, 'unverifiedUntil', NULL, 'claims', claims);
END $$;

-- Described in lib/hotels/share-room.ts: whatever gives the host the room, or an answer to an offer, gives it to the guest.
CREATE FUNCTION hotels_guest_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  follows "ClaimState" := CASE WHEN NEW.state = 'held' AND NEW.offered_until IS NULL THEN 'held' ELSE 'wished' END;
BEGIN
  UPDATE claim SET state = follows, offered_until = NULL FROM room_share s
    WHERE s.host_id = NEW.registration_id AND claim.registration_id = s.guest_id AND claim.kind = 'stay' AND claim.state <> follows;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_guest_follows AFTER UPDATE OF state, offered_until ON claim
  FOR EACH ROW WHEN (NEW.kind = 'stay') EXECUTE FUNCTION hotels_guest_follows();

-- promises: nobody is told of a room that is not there. A stay has nights of its own, or those of its host and none
-- else; looked at when everything of a transaction is done, because places are handed on in steps.
CREATE FUNCTION hotels_beds_are_real(p_event uuid, p_people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM claim mine
      LEFT JOIN room_share s ON s.guest_id = mine.registration_id
      LEFT JOIN claim theirs ON theirs.registration_id = s.host_id AND theirs.kind = 'stay' AND theirs.subject_id = mine.subject_id
     WHERE mine.event_id = p_event AND mine.kind = 'stay' AND mine.registration_id = ANY (p_people)
       AND CASE WHEN s.guest_id IS NULL THEN NOT EXISTS (SELECT 1 FROM claim_place p WHERE p.claim_id = mine.id)
           ELSE theirs.id IS NULL OR EXISTS (SELECT 1 FROM claim_place p WHERE p.claim_id = mine.id)
             OR (mine.state = 'held') <> (theirs.state = 'held' AND theirs.offered_until IS NULL) END)
     OR EXISTS (
    SELECT 1 FROM room_share s WHERE s.event_id = p_event AND (s.host_id = ANY (p_people) OR s.guest_id = ANY (p_people))
       AND 2 <> (SELECT count(*) FROM claim WHERE registration_id IN (s.host_id, s.guest_id) AND kind = 'stay'))
  THEN
    RAISE EXCEPTION 'a room is promised that is not there' USING ERRCODE = 'check_violation';
  END IF;
END $$;
CREATE FUNCTION hotels_claim_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hotels_beds_are_real(OLD.event_id, ARRAY(
    SELECT OLD.registration_id UNION SELECT guest_id FROM room_share WHERE host_id = OLD.registration_id));
  RETURN NULL;
END $$;
CREATE FUNCTION hotels_share_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hotels_beds_are_real(COALESCE(NEW.event_id, OLD.event_id),
    ARRAY[COALESCE(NEW.host_id, OLD.host_id), COALESCE(NEW.guest_id, OLD.guest_id)]);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER claim_bed_is_real AFTER UPDATE OR DELETE ON claim DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.kind = 'stay') EXECUTE FUNCTION hotels_claim_changed();
CREATE CONSTRAINT TRIGGER room_share_is_real AFTER INSERT OR UPDATE OR DELETE ON room_share DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION hotels_share_changed();
