-- The gates look at the event before; whoever waits for its places while it is called off or taken back would land on
-- it all the same, and never hear of it. Behind the places the event is looked at once more.
ALTER FUNCTION registrations_register(uuid, jsonb) RENAME TO registrations_write;

CREATE FUNCTION registrations_register(p_event uuid, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  written jsonb := registrations_write(p_event, p);
  stands text := (SELECT status::text FROM event WHERE id = p_event);
BEGIN
  IF written ->> 'outcome' = 'registered' AND p #>> '{registration,source}' = 'form' AND stands <> 'published' THEN
    RAISE EXCEPTION 'the event is not open any more' USING ERRCODE = 'LY004', DETAIL = stands;
  END IF;
  RETURN written;
END $$;
