-- Phones of accounts have no pairing and are all called alike until somebody names them: whose it is tells them apart.
-- A paired phone stays one phone, whoever renames it.
DO $do$
DECLARE
  before text := pg_get_viewdef('check_in_doubt'::regclass);
  after text;
BEGIN
  after := replace(before, $old$COALESCE((a.device_id)::text, a.device) <> COALESCE((f.device_id)::text, f.device)$old$,
    $new$CASE WHEN a.device_id IS NULL AND f.device_id IS NULL
      THEN ROW(a.user_id, a.token_id, a.device) IS DISTINCT FROM ROW(f.user_id, f.token_id, f.device)
      ELSE a.device_id IS DISTINCT FROM f.device_id END$new$);
  IF after = before THEN
    RAISE EXCEPTION 'check_in_doubt is not the one that this migration changes';
  END IF;
  EXECUTE 'CREATE OR REPLACE VIEW check_in_doubt AS ' || after;
END $do$;
