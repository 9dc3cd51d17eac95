import type pg from 'pg'

/**
 * Has everything that was ever erased be erased again, in the transaction that puts a backup back: whoever opens the
 * database next knows of it, though the restore was struck down right after.
 */
export async function markPending(client: pg.ClientBase): Promise<void> {
  await client.query('UPDATE tombstone SET is_pending = true')
}
