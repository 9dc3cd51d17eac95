-- What opens a door moves with its event: up to the event's end with its beginning, what lies behind that with its end,
-- and nothing farther than a day after it.
CREATE FUNCTION door_moved(p_at timestamptz, p_old event, p_new event) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT LEAST(p_new.ends_at + interval '1 day',
    p_at + CASE WHEN p_at < p_old.ends_at THEN p_new.starts_at - p_old.starts_at ELSE p_new.ends_at - p_old.ends_at END)
$$;

CREATE FUNCTION event_moves_door() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Where phones are being paired already, they go on being.
  UPDATE device_link
     SET valid_until = door_moved(valid_until, OLD, NEW),
         valid_from = LEAST(door_moved(valid_from, OLD, NEW), CASE WHEN valid_from <= now() THEN valid_from END,
           door_moved(valid_until, OLD, NEW) - interval '1 minute')
   WHERE event_id = NEW.id AND revoked_at IS NULL;
  UPDATE device SET ends_at = door_moved(ends_at, OLD, NEW) WHERE event_id = NEW.id AND revoked_at IS NULL;
  UPDATE access_token SET expires_at = door_moved(expires_at, OLD, NEW)
   WHERE event_id = NEW.id AND purpose = 'check_in_api' AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER event_moves_door AFTER UPDATE OF starts_at, ends_at ON event FOR EACH ROW
  WHEN (OLD.starts_at <> NEW.starts_at OR OLD.ends_at <> NEW.ends_at) EXECUTE FUNCTION event_moves_door();

-- A day after the event neither phones nor programs are let in, whatever was written beside them.
CREATE OR REPLACE FUNCTION check_in_bearer(p_hash text, p_slug text)
RETURNS TABLE (token_id uuid, user_id uuid, device_id uuid, device_name text, rank text, event_id uuid) LANGUAGE sql STABLE AS $$
  SELECT held.token_id, held.user_id, held.device_id, held.device_name, held.rank,
      (SELECT e.id FROM event e
        WHERE e.id = held.at_event
          AND (e.slug = p_slug OR EXISTS (SELECT 1 FROM event_slug s WHERE s.event_id = e.id AND s.slug = p_slug)))
    FROM (
      SELECT t.id AS token_id, t.user_id, NULL::uuid AS device_id, NULL::text AS device_name,
             CASE WHEN u.is_admin OR m.role IN ('owner', 'organizer') THEN 'supervisor' ELSE 'staff' END AS rank, t.event_id AS at_event
        FROM access_token t
        JOIN event e ON e.id = t.event_id
        JOIN user_account u ON u.id = t.user_id
        LEFT JOIN team_member m ON m.event_id = t.event_id AND m.user_id = u.id
       WHERE t.hash = p_hash AND t.purpose = 'check_in_api'
         AND t.revoked_at IS NULL AND t.expires_at > now() AND e.ends_at + interval '1 day' > now() AND u.disabled_at IS NULL
         AND (u.is_admin OR m.role IS NOT NULL)
      UNION ALL
      SELECT NULL, NULL, d.id, d.name, d.role::text, d.event_id
        FROM device d JOIN event e ON e.id = d.event_id
       WHERE d.token_hash = p_hash AND d.revoked_at IS NULL AND d.ends_at > now() AND e.ends_at + interval '1 day' > now()) held
$$;

-- Described in lib/auth/list-ended-keys.ts: what opened the door is there, and opens as much as it did.
CREATE OR REPLACE FUNCTION check_in_still_held(p_event uuid, p_user uuid, p_token uuid, p_device uuid, p_rank text)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN p_device IS NOT NULL THEN EXISTS (
      SELECT 1 FROM device d JOIN event e ON e.id = d.event_id
       WHERE d.id = p_device AND d.event_id = p_event AND d.role::text = p_rank
         AND d.revoked_at IS NULL AND d.ends_at > now() AND e.ends_at + interval '1 day' > now())
    ELSE EXISTS (
      SELECT 1 FROM user_account u LEFT JOIN team_member m ON m.event_id = p_event AND m.user_id = u.id
       WHERE u.id = p_user AND u.disabled_at IS NULL AND (u.is_admin OR m.role IS NOT NULL)
         AND p_rank = CASE WHEN u.is_admin OR m.role IN ('owner', 'organizer') THEN 'supervisor' ELSE 'staff' END)
      AND (p_token IS NULL OR EXISTS (
        SELECT 1 FROM access_token t JOIN event e ON e.id = t.event_id
         WHERE t.id = p_token AND t.event_id = p_event AND t.revoked_at IS NULL AND t.expires_at > now()
           AND e.ends_at + interval '1 day' > now()))
  END
$$;
