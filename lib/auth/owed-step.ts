/**
 * What a session `s` of the account `u` still owes, in SQL, read with the session itself so that nothing is cached:
 * `proof` of a factor the account has, or to `setup` one where the house demands it. Whoever only stands at doors is
 * never made to.
 */
export const owedStep = `(CASE
  WHEN EXISTS (SELECT FROM totp_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM passkey p WHERE p.user_id = u.id)
  THEN CASE WHEN s.second_factor_at IS NULL THEN 'proof' END
  WHEN EXISTS (SELECT FROM installation_setting i WHERE i.is_second_factor_required)
    AND (u.is_admin OR EXISTS (SELECT FROM team_member t WHERE t.user_id = u.id AND t.role <> 'check_in'))
  THEN 'setup' END)`
