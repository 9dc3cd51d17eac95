-- A blank badge has a number to say aloud and a code of its own; it is somebody's once a desk gives it to them.
CREATE TABLE "badge" (
    "event_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "registration_id" UUID,
    CONSTRAINT "badge_pkey" PRIMARY KEY ("event_id", "number")
);
CREATE UNIQUE INDEX "badge_code_key" ON "badge"("code");
CREATE UNIQUE INDEX "badge_event_id_registration_id_key" ON "badge"("event_id", "registration_id");
ALTER TABLE "badge" ADD CONSTRAINT "badge_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "badge" ADD CONSTRAINT "badge_event_id_registration_id_fkey" FOREIGN KEY ("event_id", "registration_id") REFERENCES "registration"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "badge" ADD CONSTRAINT badge_counts_from_one CHECK (number > 0);

-- The rest of `check_in_judge` stays as whoever wrote it last left it.
DO $do$
DECLARE
  before text := pg_get_functiondef('check_in_judge'::regproc);
  found text;
  told text;
BEGIN
  found := replace(before,
$old$    SELECT * INTO person FROM registration WHERE code = p_scan ->> 'code';
$old$,
$new$    SELECT * INTO person FROM registration WHERE code = p_scan ->> 'code';
    IF person.id IS NULL THEN
      SELECT r.* INTO person FROM badge b JOIN registration r ON r.id = b.registration_id
        WHERE b.event_id = p_event AND b.code = p_scan ->> 'code';
    END IF;
$new$);
  told := replace(found,
$old$       WHERE c.registration_id = person.id AND c.kind = 'activity' AND c.state = 'held'), '[]'));
$old$,
$new$       WHERE c.registration_id = person.id AND c.kind = 'activity' AND c.state = 'held'), '[]')) || COALESCE((
    SELECT jsonb_build_object('badge', b.number::text) FROM badge b
     WHERE b.event_id = p_event AND b.registration_id = person.id), '{}');
$new$);
  IF found = before OR told = found THEN
    RAISE EXCEPTION 'check_in_judge is not the one that this migration changes';
  END IF;
  EXECUTE told;
END $do$;

-- Whoever is forgotten leaves a badge that finds nobody.
CREATE FUNCTION badge_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM badge WHERE event_id = NEW.event_id AND registration_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER badge_is_forgotten AFTER UPDATE OF anonymized_at ON registration
  FOR EACH ROW WHEN (NEW.anonymized_at IS NOT NULL) EXECUTE FUNCTION badge_is_forgotten();
