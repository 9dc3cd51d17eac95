-- promises: a house that has an admin who may sign in keeps one, whoever asks and how many at once. The lock is the one
-- of lib/auth/lock-admins.ts, and each statement after it sees what others have committed.
CREATE FUNCTION house_keeps_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT OLD.is_admin OR OLD.disabled_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.is_admin AND NEW.disabled_at IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('admins', 0));
  IF NOT EXISTS (SELECT 1 FROM user_account WHERE is_admin AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'a house keeps an admin' USING ERRCODE = 'LY011';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER house_keeps_admin AFTER UPDATE OF is_admin, disabled_at OR DELETE ON user_account
  FOR EACH ROW EXECUTE FUNCTION house_keeps_admin();
