/** What a restored installation starts without: everybody signs in again, and no old link signs in. */
const rowsLeftOut: Record<string, string> = {
  _prisma_migrations: 'FALSE',
  session: 'FALSE',
  // What a session's browser was to sign: without its session it could not even be put back.
  passkey_challenge: 'FALSE',
  email_change: 'FALSE',
  verification_token: 'FALSE',
  access_token: `purpose::text <> 'sign_in'`,
}

/** Which rows of a table a backup carries, as a condition; null for all of them. */
export const rowsKept = (table: string): string | null => rowsLeftOut[table] ?? null

/** Where the n-th part of a table lies in a backup. */
export const partName = (table: string, at: number): string =>
  `tables/${table}/${String(at).padStart(6, '0')}`

/** Whose part a file of a backup is; null for the others. */
export const tableOf = (name: string): string | null => /^tables\/(.+)\/\d{6,}$/.exec(name)?.[1] ?? null

/**
 * Rows of the database that is replaced that hold in the restored one, too, and what becomes of one that is in both:
 * what was erased stays erased, as of the last time; who wants no news, or wants it again, is not asked twice.
 */
export const survivors: Record<string, { only?: string; both: string }> = {
  tombstone: {
    both: '(kind, subject_id) DO UPDATE SET erased_at = greatest(tombstone.erased_at, EXCLUDED.erased_at)',
  },
  mail_opt_out: {
    only: 'EXISTS (SELECT 1 FROM event WHERE event.id = was.event_id)',
    both: '(event_id, address_hash) DO UPDATE SET opted_out_at = EXCLUDED.opted_out_at',
  },
}

type Ending = { table: string; key: string[]; column: string; only?: string }

// A house keeps an admin: where nobody else is left, whoever was one is one again, and the restore says so.
const leavesAnAdmin = `NOT now.is_admin OR EXISTS (
  SELECT 1 FROM user_account other LEFT JOIN kept_user_account gone ON gone.id = other.id
   WHERE other.is_admin AND other.disabled_at IS NULL AND gone.disabled_at IS NULL)`

/** What was ended since the backup was made, and stays ended: by these columns, in rows with the same key. */
export const endings: Ending[] = [
  { table: 'user_account', key: ['id'], column: 'disabled_at', only: leavesAnAdmin },
  ...['access_token', 'device', 'device_link', 'team_invitation', 'invitation', 'handout_link'].map(
    (table) => ({ table, key: ['id'], column: 'revoked_at' }),
  ),
  { table: 'handout_link', key: ['id'], column: 'used_at' },
  { table: 'recovery_code', key: ['user_id', 'hash'], column: 'used_at' },
]
