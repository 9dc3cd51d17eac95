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
 * what was erased stays erased, as of the last time.
 */
export const survivors: Record<string, string> = {
  tombstone: '(kind, subject_id) DO UPDATE SET erased_at = greatest(tombstone.erased_at, EXCLUDED.erased_at)',
}
