-- What a device told by itself is kept, too, when its scan had reached us before it gave up waiting.
DO $do$
DECLARE
  record_before text := pg_get_functiondef('check_in_record'::regproc);
  told text;
BEGIN
  told := replace(record_before,
$old$    IF NOT FOUND THEN
      fact := check_in_judge(p_event, p_actor, scan);
$old$,
$new$    IF FOUND AND fact.told IS NULL AND scan ->> 'told' IS NOT NULL AND fact.device = p_actor ->> 'device' THEN
      UPDATE check_in_fact SET told = (scan ->> 'told')::"ScanOutcome" WHERE event_id = p_event AND id = fact.id;
    ELSIF fact.id IS NULL THEN
      fact := check_in_judge(p_event, p_actor, scan);
$new$);
  IF told = record_before THEN
    RAISE EXCEPTION 'check_in_record is not the one that this migration changes';
  END IF;
  EXECUTE told;
END $do$;

-- A device's key follows its event: it ends a day after it, wherever the event was moved to.
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
        JOIN user_account u ON u.id = t.user_id
        LEFT JOIN team_member m ON m.event_id = t.event_id AND m.user_id = u.id
       WHERE t.hash = p_hash AND t.purpose = 'check_in_api' AND t.event_id IS NOT NULL
         AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL
         AND (u.is_admin OR m.role IS NOT NULL)
      UNION ALL
      SELECT NULL, NULL, d.id, d.name, d.role::text, d.event_id
        FROM device d JOIN event e ON e.id = d.event_id
       WHERE d.token_hash = p_hash AND d.revoked_at IS NULL AND d.ends_at > now() AND e.ends_at + interval '1 day' > now()) held
$$;
