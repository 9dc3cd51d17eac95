-- Of two scans of one moment the id says which is first: when they reached us depends on the network.
CREATE OR REPLACE FUNCTION check_in_arrival(p_registration uuid, p_point uuid) RETURNS check_in_fact LANGUAGE sql STABLE AS $$
  SELECT f FROM check_in_fact f
   WHERE f.registration_id = p_registration AND f.point_id = p_point
     AND f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL
     AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                      WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                        AND (u.registration_id IS NULL OR u.registration_id = f.registration_id))
   ORDER BY f.device_at, f.id LIMIT 1
$$;

CREATE OR REPLACE FUNCTION check_in_is_out(p_registration uuid, p_point uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE((
    SELECT f.kind = 'leave' FROM check_in_fact f
     WHERE f.registration_id = p_registration AND f.point_id = p_point
       AND (f.outcome = 'left' OR f.reason = 'not_inside'
         OR f.kind = 'arrive' AND f.outcome IN ('arrived', 'already_arrived') AND f.reason IS NULL
         OR f.kind = 'arrive' AND f.reason IN ('waitlisted', 'cancelled', 'unverified', 'pending_approval')
            AND (check_in_arrival(p_registration, p_point)).is_forced)
       AND NOT EXISTS (SELECT 1 FROM check_in_fact u
                        WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo'
                          AND (u.registration_id IS NULL OR u.registration_id = f.registration_id))
     ORDER BY f.device_at DESC, f.id DESC LIMIT 1), false)
$$;

DROP VIEW check_in_feed;
CREATE VIEW check_in_feed AS
  SELECT f.event_id, f.server_at, f.id AS f, f.registration_id AS i, p.key AS p,
         CASE WHEN f.kind = 'arrive' AND f.reason IS NOT NULL THEN 'knock' ELSE f.kind::text END AS k, f.undoes AS u,
         (extract(epoch FROM f.device_at) * 1000)::bigint AS t, f.device AS d, CASE WHEN f.is_forced THEN true END AS x
    FROM check_in_fact f LEFT JOIN check_in_point p ON p.id = f.point_id
   WHERE CASE f.kind
           WHEN 'undo' THEN f.undoes IS NOT NULL
           WHEN 'leave' THEN f.registration_id IS NOT NULL AND (f.outcome = 'left' OR f.reason = 'not_inside')
           ELSE f.registration_id IS NOT NULL AND f.point_id IS NOT NULL AND (f.outcome IN ('arrived', 'already_arrived')
             OR f.reason IN ('waitlisted', 'cancelled', 'unverified', 'pending_approval')) END;
