-- Whoever joins a line is told how many stand before them. Counting them costs more the longer the line is, so each
-- limited thing knows how many wait for it; triggers keep that true, whatever changes a claim or what it wants.
ALTER TABLE pool ADD COLUMN "waiting" INTEGER NOT NULL DEFAULT 0;
UPDATE pool SET waiting = line.people
  FROM (SELECT p.pool_id, count(*) AS people FROM claim c JOIN claim_place p ON p.claim_id = c.id WHERE c.state = 'waiting' GROUP BY p.pool_id) line
 WHERE pool.id = line.pool_id;
ALTER TABLE pool ADD CONSTRAINT pool_waiting_counts CHECK (waiting >= 0);

CREATE FUNCTION places_wanted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE pool SET waiting = waiting + line.people
    FROM (SELECT n.pool_id, count(*) AS people FROM fresh n JOIN claim c ON c.id = n.claim_id AND c.state = 'waiting' GROUP BY n.pool_id) line
   WHERE pool.id = line.pool_id;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_place_wanted AFTER INSERT ON claim_place REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION places_wanted();

CREATE FUNCTION places_unwanted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE pool SET waiting = waiting - line.people
    FROM (SELECT o.pool_id, count(*) AS people FROM stale o JOIN claim c ON c.id = o.claim_id AND c.state = 'waiting' GROUP BY o.pool_id) line
   WHERE pool.id = line.pool_id;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_place_unwanted AFTER DELETE ON claim_place REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION places_unwanted();

CREATE FUNCTION places_wait_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE pool SET waiting = waiting + CASE WHEN TG_OP = 'UPDATE' AND NEW.state = 'waiting' THEN 1 ELSE -1 END
   WHERE id IN (SELECT pool_id FROM claim_place WHERE claim_id = OLD.id);
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER claim_wait_changed AFTER UPDATE OF state ON claim FOR EACH ROW
  WHEN ((OLD.state = 'waiting') <> (NEW.state = 'waiting')) EXECUTE FUNCTION places_wait_changed();
-- Before: its places, which go with it, are still known then.
CREATE TRIGGER claim_wait_ended BEFORE DELETE ON claim FOR EACH ROW
  WHEN (OLD.state = 'waiting') EXECUTE FUNCTION places_wait_changed();

-- How many wait before this claim for any of the same places: all but those behind, who are none for the newest.
CREATE OR REPLACE FUNCTION places_ahead(p_claim uuid) RETURNS integer LANGUAGE plpgsql STABLE AS $$
DECLARE
  mine claim;
  wanted uuid[];
BEGIN
  SELECT * INTO mine FROM claim WHERE id = p_claim AND state = 'waiting';
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  wanted := ARRAY(SELECT pool_id FROM claim_place WHERE claim_id = p_claim);
  IF cardinality(wanted) = 1 THEN
    RETURN (SELECT waiting FROM pool WHERE id = wanted[1]) - 1
      - (SELECT count(*) FROM claim other
          WHERE other.event_id = mine.event_id AND other.state = 'waiting' AND (other.queued_at, other.id) > (mine.queued_at, mine.id)
            AND EXISTS (SELECT 1 FROM claim_place theirs WHERE theirs.claim_id = other.id AND theirs.pool_id = wanted[1]));
  END IF;
  RETURN (SELECT count(DISTINCT other.id) FROM claim_place theirs JOIN claim other ON other.id = theirs.claim_id
           WHERE theirs.pool_id = ANY (wanted) AND other.state = 'waiting' AND (other.queued_at, other.id) < (mine.queued_at, mine.id));
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
      IF cardinality(wanted) = 1 THEN
        SELECT waiting INTO people_ahead FROM pool WHERE event_id = p_event AND id = wanted[1];
      ELSE
        SELECT count(DISTINCT c.id) INTO people_ahead FROM claim c JOIN claim_place cp ON cp.claim_id = c.id
          WHERE c.event_id = p_event AND c.state = 'waiting' AND cp.pool_id = ANY (wanted);
      END IF;
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
