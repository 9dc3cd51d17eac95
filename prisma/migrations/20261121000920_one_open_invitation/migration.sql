-- promises: one address has one invitation at a time that still opens something; who used one was not turned away
CREATE UNIQUE INDEX invitation_open_once ON invitation (event_id, lower(email)) WHERE registration_id IS NULL AND revoked_at IS NULL;
ALTER TABLE invitation ADD CONSTRAINT invitation_used_or_revoked CHECK (registration_id IS NULL OR revoked_at IS NULL);
