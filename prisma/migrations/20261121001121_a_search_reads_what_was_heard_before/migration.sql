-- Ten thousand names take a second to be heard; so each is heard once, when it is written, and forgotten with it.
ALTER TABLE "registration"
  ADD COLUMN "name_heard" TEXT GENERATED ALWAYS AS (check_in_sounds(name)) STORED,
  ADD COLUMN "heard" TEXT GENERATED ALWAYS AS (
    check_in_sounds(name || ' ' || email || ' ' || COALESCE(organization, '') || ' ' || code)) STORED;

-- The list by name starts anywhere without reading all of it.
CREATE INDEX "registration_event_id_name_heard_id_idx" ON "registration"("event_id", "name_heard", "id");
