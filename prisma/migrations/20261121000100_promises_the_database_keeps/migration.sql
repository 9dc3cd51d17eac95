-- places: 0 <= taken <= ceiling, ceiling >= size, and unlimited in both or neither
ALTER TABLE pool
  ADD CONSTRAINT pool_never_oversold CHECK (taken >= 0 AND (ceiling IS NULL OR taken <= ceiling)),
  ADD CONSTRAINT pool_ceiling_covers_size CHECK ((size IS NULL) = (ceiling IS NULL) AND (size IS NULL OR (size >= 0 AND ceiling >= size))),
  ADD CONSTRAINT pool_day_where_needed CHECK ((kind IN ('day', 'night')) = (day IS NOT NULL));
CREATE UNIQUE INDEX pool_one_event_wide ON pool (event_id, kind) WHERE kind IN ('on_site', 'remote');
CREATE UNIQUE INDEX pool_one_per_day ON pool (event_id, day) WHERE kind = 'day';

-- events
ALTER TABLE event
  ADD CONSTRAINT event_ends_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT event_slug_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- registrations: one live one per event and address
CREATE UNIQUE INDEX registration_one_live_per_address ON registration (event_id, email_normalized) WHERE status <> 'cancelled';
ALTER TABLE registration
  ADD CONSTRAINT registration_cancelled_has_reason CHECK ((status = 'cancelled') = (cancel_reason IS NOT NULL));
CREATE INDEX claim_line ON claim (event_id, queued_at, id) WHERE state = 'waiting';
ALTER TABLE stay ADD CONSTRAINT stay_has_nights CHECK (cardinality(nights) > 0);

-- check-in: an undo names what it undoes, a refusal its reason; one point counts as arrival
ALTER TABLE check_in_fact
  ADD CONSTRAINT fact_undo_names_fact CHECK (outcome = 'refused' OR (kind = 'undo') = (undoes IS NOT NULL)),
  ADD CONSTRAINT fact_refusal_has_reason CHECK ((outcome = 'refused') = (reason IS NOT NULL)),
  ADD CONSTRAINT fact_of_somebody CHECK (outcome = 'refused' OR registration_id IS NOT NULL);
CREATE UNIQUE INDEX check_in_point_one_arrival ON check_in_point (event_id) WHERE is_arrival;

-- the definition of an event carries a revision, so that what was read once can be kept until it changes
CREATE FUNCTION event_next_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER event_revision BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION event_next_revision();

CREATE FUNCTION event_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event SET updated_at = now() WHERE id = COALESCE(NEW.event_id, OLD.event_id);
  RETURN NULL;
END $$;
CREATE TRIGGER activity_changed AFTER INSERT OR UPDATE OR DELETE ON activity FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER meal_changed AFTER INSERT OR UPDATE OR DELETE ON meal FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER menu_option_changed AFTER INSERT OR UPDATE OR DELETE ON menu_option FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER hotel_changed AFTER INSERT OR UPDATE OR DELETE ON hotel FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER room_type_changed AFTER INSERT OR UPDATE OR DELETE ON room_type FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER contingent_night_changed AFTER INSERT OR UPDATE OR DELETE ON contingent_night FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER check_in_point_changed AFTER INSERT OR UPDATE OR DELETE ON check_in_point FOR EACH ROW EXECUTE FUNCTION event_part_changed();
CREATE TRIGGER pool_added_or_removed AFTER INSERT OR DELETE ON pool FOR EACH ROW EXECUTE FUNCTION event_part_changed();

-- history is only ever added to; erasure says so aloud before it touches a row
CREATE FUNCTION history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lanyard.erasing', true) = 'on' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'history is not edited';
END $$;
CREATE TRIGGER history_stays BEFORE UPDATE OR DELETE ON history_entry FOR EACH ROW EXECUTE FUNCTION history_stays();
