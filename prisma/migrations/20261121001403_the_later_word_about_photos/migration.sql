-- When somebody said what stands there about photos: of two answers that reach us late the later one counts.
ALTER TABLE "registration" ADD COLUMN "photo_said_at" TIMESTAMPTZ(3);

CREATE FUNCTION photo_is_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.photo = 'not_asked' THEN
    NEW.photo_said_at := NULL;
  ELSIF NEW.photo_said_at IS NOT DISTINCT FROM OLD.photo_said_at THEN
    NEW.photo_said_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER photo_is_said BEFORE UPDATE OF photo ON registration FOR EACH ROW
  WHEN (OLD.photo <> NEW.photo) EXECUTE FUNCTION photo_is_said();
