-- Where a database has the locale C, as the built-in one does, lower() knows A to Z alone: "Иван" was not "иван". And a
-- stroke is no accent that could be taken off: whoever types "lukasz" means "Łukasz". The collation is there since
-- PostgreSQL 17; older ones mostly have the other.
DO $outer$
DECLARE
  everywhere text := (SELECT format('COLLATE %I', collname) FROM pg_collation
                       WHERE collname IN ('pg_c_utf8', 'und-x-icu') ORDER BY collname LIMIT 1);
BEGIN
  EXECUTE format($define$
    CREATE OR REPLACE FUNCTION check_in_sounds(p_text text) RETURNS text LANGUAGE sql IMMUTABLE AS $body$
      SELECT regexp_replace(regexp_replace(
          translate(
            replace(lower(normalize(p_text, NFKD) %s) COLLATE "default", 'ß', 'ss'),
            'łøđðħŧıæœþς', 'loddhtiaotσ'),
          '[\u0300-\u036f]', '', 'g'), '([aou])e', '\1', 'g')
    $body$
  $define$, everywhere);
END $outer$;
