-- Described in lib/privacy/keep-notices.ts: a new version of the notice changes nothing that an organizer edits, and
-- must not send whoever saves just then away.
CREATE OR REPLACE FUNCTION event_next_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lanyard.notice', true) IS DISTINCT FROM 'on' THEN
    NEW.revision := OLD.revision + 1;
  END IF;
  RETURN NEW;
END $$;
