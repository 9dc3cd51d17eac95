-- By the code of a badge that was blank, too. Without a text, by a code alone.
CREATE OR REPLACE FUNCTION check_in_find(p_event uuid, p_point uuid, p_text text, p_code text, p_limit integer)
RETURNS TABLE (id uuid, name text, organization text, code_end text, status text, legal_name text, arrived_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT r.id, r.name, r.organization, right(r.code, 4), r.status::text, CASE WHEN e.is_legal_name_required THEN r.legal_name END,
      (check_in_arrival(r.id, p_point)).device_at
    FROM registration r
    JOIN event e ON e.id = r.event_id
    LEFT JOIN (SELECT b.registration_id AS id FROM badge b WHERE b.event_id = p_event AND b.code = p_code) badged ON badged.id = r.id
    CROSS JOIN (SELECT check_in_sounds(p_text) AS sound) sought
    CROSS JOIN LATERAL (SELECT ' ' || r.name_heard || CASE
      WHEN e.is_legal_name_required THEN ' ' || check_in_sounds(COALESCE(r.legal_name, '')) ELSE '' END AS sound) heard
    CROSS JOIN LATERAL (SELECT ' ' || check_in_sounds(COALESCE(r.organization, '')) AS sound) works
   WHERE r.event_id = p_event AND r.cancel_reason IS DISTINCT FROM 'erased' AND r.anonymized_at IS NULL
     AND (r.code = p_code OR badged.id IS NOT NULL OR right(r.code, 4) = upper(p_text) OR strpos(heard.sound, sought.sound) > 0
       OR strpos(works.sound, sought.sound) > 0)
   ORDER BY (r.code = p_code OR badged.id IS NOT NULL) DESC NULLS LAST, right(r.code, 4) = upper(p_text) DESC,
      strpos(heard.sound, ' ' || sought.sound) > 0 DESC, strpos(heard.sound, sought.sound) > 0 DESC,
      r.status = 'cancelled', r.name, r.id
   LIMIT p_limit
$$;
