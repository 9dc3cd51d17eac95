-- That an ID was seen (`v`) and a sticker given (`g`) travels with the scan it was noted on.
CREATE OR REPLACE VIEW check_in_feed AS
  SELECT f.event_id, f.server_at, f.id AS f, f.registration_id AS i, p.key AS p,
         CASE WHEN f.kind = 'arrive' AND f.reason IS NOT NULL THEN 'knock' ELSE f.kind::text END AS k, f.undoes AS u,
         (extract(epoch FROM f.device_at) * 1000)::bigint AS t, f.device AS d, CASE WHEN f.is_forced THEN true END AS x,
         CASE WHEN f.is_id_seen THEN true END AS v, CASE WHEN f.is_sticker_given THEN true END AS g
    FROM check_in_fact f LEFT JOIN check_in_point p ON p.id = f.point_id
   WHERE CASE f.kind
           WHEN 'undo' THEN f.undoes IS NOT NULL
           WHEN 'leave' THEN f.registration_id IS NOT NULL AND (f.outcome = 'left' OR f.reason = 'not_inside')
           ELSE f.registration_id IS NOT NULL AND f.point_id IS NOT NULL AND (f.outcome IN ('arrived', 'already_arrived')
             OR f.reason IN ('waitlisted', 'cancelled', 'unverified', 'pending_approval')) END;
