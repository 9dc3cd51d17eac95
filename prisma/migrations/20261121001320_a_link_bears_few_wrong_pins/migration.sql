ALTER TABLE "device_link" ADD COLUMN "wrong_pins" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "paused_until" TIMESTAMPTZ(3);
ALTER TABLE "device_link" ADD CONSTRAINT device_link_counts_wrong_pins CHECK (wrong_pins >= 0);

-- Described in lib/auth/is-still-held.ts: what opened the door is there, and opens as much as it did.
CREATE FUNCTION check_in_still_held(p_event uuid, p_user uuid, p_token uuid, p_device uuid, p_rank text)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN p_device IS NOT NULL THEN EXISTS (
      SELECT 1 FROM device d
       WHERE d.id = p_device AND d.event_id = p_event AND d.role::text = p_rank
         AND d.revoked_at IS NULL AND d.ends_at > now())
    ELSE EXISTS (
      SELECT 1 FROM user_account u LEFT JOIN team_member m ON m.event_id = p_event AND m.user_id = u.id
       WHERE u.id = p_user AND u.disabled_at IS NULL AND (u.is_admin OR m.role IS NOT NULL)
         AND p_rank = CASE WHEN u.is_admin OR m.role IN ('owner', 'organizer') THEN 'supervisor' ELSE 'staff' END)
      AND (p_token IS NULL OR EXISTS (
        SELECT 1 FROM access_token t
         WHERE t.id = p_token AND t.event_id = p_event AND t.revoked_at IS NULL AND t.expires_at > now()))
  END
$$;
