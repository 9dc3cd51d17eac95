-- Every scan that has a say in who is in, as it travels to devices: `Arrival` in lib/check-in/schema.ts.
CREATE VIEW check_in_feed AS
  SELECT f.event_id, f.server_at, f.id AS f, f.registration_id AS i, p.key AS p,
         CASE WHEN f.kind = 'arrive' AND f.reason IS NOT NULL THEN 'knock' ELSE f.kind::text END AS k, f.undoes AS u,
         (extract(epoch FROM f.device_at) * 1000)::bigint AS t, (extract(epoch FROM f.server_at) * 1000)::bigint AS r,
         f.device AS d, CASE WHEN f.is_forced THEN true END AS x
    FROM check_in_fact f LEFT JOIN check_in_point p ON p.id = f.point_id
   WHERE CASE f.kind
           WHEN 'undo' THEN f.undoes IS NOT NULL
           WHEN 'leave' THEN f.registration_id IS NOT NULL AND (f.outcome = 'left' OR f.reason = 'not_inside')
           ELSE f.registration_id IS NOT NULL AND f.point_id IS NOT NULL AND (f.outcome IN ('arrived', 'already_arrived')
             OR f.reason IN ('waitlisted', 'cancelled', 'unverified', 'pending_approval')) END;

-- What a human should look at: a device told somebody to come in whom the server refuses, or two devices told the same
-- person, who had not left between. Taken back, it is nothing to look at any more.
CREATE VIEW check_in_doubt AS
  SELECT f.event_id, f.id AS fact_id, f.registration_id, f.point_id, f.reason, f.server_at,
         CASE WHEN f.outcome = 'refused' THEN 'let_in' ELSE 'twice' END AS kind,
         f.device, f.device_at, o.device AS other_device, o.device_at AS other_at, l.at AS looked_at, l.user_id AS looked_by
    FROM check_in_fact f
    LEFT JOIN LATERAL (
      SELECT a.device, a.device_at FROM check_in_arrived a
       WHERE f.outcome = 'already_arrived' AND a.registration_id = f.registration_id AND a.point_id = f.point_id AND a.id <> f.id
         AND (a.outcome = 'arrived' OR a.told = 'arrived')
         AND COALESCE(a.device_id::text, a.device) <> COALESCE(f.device_id::text, f.device)
         AND NOT EXISTS (
           SELECT 1 FROM check_in_fact w
            WHERE w.registration_id = f.registration_id AND w.point_id = f.point_id AND w.kind = 'leave'
              AND (w.outcome = 'left' OR w.reason = 'not_inside')
              AND w.device_at BETWEEN LEAST(a.device_at, f.device_at) AND GREATEST(a.device_at, f.device_at))
       ORDER BY a.device_at, a.id LIMIT 1) o ON true
    LEFT JOIN doubt_look l ON l.event_id = f.event_id AND l.fact_id = f.id
   WHERE f.kind = 'arrive' AND f.told = 'arrived' AND f.outcome IN ('refused', 'already_arrived')
     AND (f.outcome = 'refused' OR f.reason IS NULL AND o.device IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM check_in_fact u WHERE u.event_id = f.event_id AND u.undoes = f.id AND u.kind = 'undo');
