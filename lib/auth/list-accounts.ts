import 'server-only'
import { now } from '../clock'
import { sql } from '../db/client'
import type { AdminKey } from '../keys'
import { type AccountFilter, type AccountPage, type AccountRow, accountsPerPage } from './schema'

/** One page of everybody with an account, by name. A cursor is a person: who comes meanwhile moves nobody. */
export async function listAccounts(_key: AdminKey, filter: AccountFilter): Promise<AccountPage> {
  const { text, values } = fitting(filter)
  const [{ rows: found }, { rows: counted }] = await Promise.all([
    sql().query<{ id: string }>(
      `SELECT u.id FROM user_account u ${text}
          AND ($3::uuid IS NULL OR (${place}, u.id) > (SELECT ${place}, u.id FROM user_account u WHERE u.id = $3))
        ORDER BY ${place}, u.id LIMIT ${accountsPerPage + 1}`,
      [...values, filter.after ?? null],
    ),
    sql().query<{ count: number }>(`SELECT count(*)::integer AS count FROM user_account u ${text}`, values),
  ])
  const ids = found.slice(0, accountsPerPage).map(({ id }) => id)
  return {
    rows: await readAccounts(ids, 3),
    count: counted[0]!.count,
    next: found.length > accountsPerPage ? ids.at(-1)! : null,
  }
}

/** One account with all its events; null for an unknown one. */
export async function findAccount(_key: AdminKey, id: string): Promise<AccountRow | null> {
  return (await readAccounts([id], 1_000))[0] ?? null
}

/** How many accounts there are, and how many of them run the house. */
export async function countAccounts(_key: AdminKey): Promise<{ people: number; admins: number }> {
  const { rows } = await sql().query<{ people: number; admins: number }>(
    `SELECT count(*)::integer AS people, count(*) FILTER (WHERE is_admin AND disabled_at IS NULL)::integer AS admins
       FROM user_account`,
  )
  return rows[0]!
}

/** How many of those who plan something or run the house have no second factor, and whether the key's holder is one. */
export async function countUnguarded({ userId }: AdminKey): Promise<{ people: number; isMe: boolean }> {
  const { rows } = await sql().query<{ people: number; isMe: boolean }>(
    `SELECT count(*)::integer AS people, COALESCE(bool_or(u.id = $1), false) AS "isMe"
       FROM user_account u WHERE u.disabled_at IS NULL AND NOT ${isGuarded}
        AND (u.is_admin OR EXISTS (SELECT 1 FROM team_member m WHERE m.user_id = u.id AND m.role <> 'check_in'))`,
    [userId],
  )
  return rows[0]!
}

/** The events that nobody else who can sign in owns, by title. */
export async function listOnlyOwned(_key: AdminKey, userId: string): Promise<string[]> {
  const { rows } = await sql().query<{ title: string }>(
    `SELECT e.title FROM team_member m JOIN event e ON e.id = m.event_id
      WHERE m.user_id = $1 AND m.role = 'owner' AND NOT EXISTS (
        SELECT 1 FROM team_member o JOIN user_account u ON u.id = o.user_id
         WHERE o.event_id = m.event_id AND o.role = 'owner' AND o.user_id <> $1 AND u.disabled_at IS NULL)
      ORDER BY e.starts_at DESC`,
    [userId],
  )
  return rows.map(({ title }) => title)
}

const isGuarded = `(EXISTS (SELECT 1 FROM totp_factor t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM passkey p WHERE p.user_id = u.id))`

const place = 'lower(COALESCE(u.name, u.email))'

// Names are heard as at the door: without accents, in every alphabet.
function fitting({ q, only }: AccountFilter) {
  const text = `WHERE ($1::text[] IS NULL OR check_in_sounds(COALESCE(u.name, '') || ' ' || u.email) LIKE ALL (ARRAY(
      SELECT '%' || regexp_replace(check_in_sounds(word), '([\\\\%_])', '\\\\\\1', 'g') || '%' FROM unnest($1::text[]) word)))
    AND CASE $2::text WHEN 'admins' THEN u.is_admin WHEN 'locked' THEN u.disabled_at IS NOT NULL
      WHEN 'owners' THEN EXISTS (SELECT 1 FROM team_member m WHERE m.user_id = u.id AND m.role = 'owner') ELSE true END`
  return { text, values: [q?.split(/\s+/).filter(Boolean) ?? null, only ?? null] }
}

async function readAccounts(ids: string[], mostEvents: number): Promise<AccountRow[]> {
  const { rows } = await sql().query<AccountRow>(
    `SELECT u.id, u.email, u.name, u.is_admin AS "isAdmin", u.disabled_at IS NOT NULL AS "isLocked",
            u.created_at AS "createdAt", ${isGuarded} AS "hasSecondFactor",
            GREATEST((SELECT max(s.last_seen_at) FROM session s WHERE s.user_id = u.id),
                     (SELECT max(h.at) FROM history_entry h WHERE h.subject_id = u.id::text AND h.act = 'signed_in')) AS "lastSeenAt",
            (SELECT count(*)::integer FROM session s WHERE s.user_id = u.id AND s.expires > $3) AS sessions,
            (SELECT count(*)::integer FROM team_member m WHERE m.user_id = u.id) AS "eventCount",
            ARRAY(SELECT json_build_object('slug', e.slug, 'title', e.title, 'role', m.role)
                    FROM team_member m JOIN event e ON e.id = m.event_id
                   WHERE m.user_id = u.id ORDER BY e.starts_at DESC, e.id LIMIT $2) AS events
       FROM user_account u WHERE u.id = ANY ($1) ORDER BY ${place}, u.id`,
    [ids, mostEvents, now()],
  )
  return rows
}
