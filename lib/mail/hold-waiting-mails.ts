import type pg from 'pg'
import type { MailError } from './schema'

const reason: MailError = 'held_by_restore'

/**
 * Has every waiting mail wait for a person, in the transaction that is open: a backup was restored, and what waited when
 * it was made may have left since. Whoever sends it again decides. Answers how many.
 */
export async function holdWaitingMails(client: pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE outbox_mail SET state = 'failed', last_error = $1, leased_until = NULL WHERE state = 'waiting'`,
    [reason],
  )
  return rowCount ?? 0
}
