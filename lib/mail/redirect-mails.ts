import 'server-only'
import type { Transaction } from '../db/client'
import { Prisma } from '../db/generated/client'

/** `instead` is the kind of the mail that the new mailbox gets anyway; it says what a waiting one of its kind would. */
type Move = { from: string; to: string; manageVersion: number; instead: string }

/**
 * Whoever is reached elsewhere from now on gets there what waited for them, with links that work. What failed, and news
 * that the old address may have had enough of, leaves no more; what was meant for the old mailbox alone stays its own.
 * What is on its way at this moment and comes back ends then (`deliverMail`).
 */
export async function redirectMails(
  tx: Transaction,
  registrationId: string,
  { from, to, manageVersion, instead }: Move,
): Promise<void> {
  const theirs = Prisma.sql`registration_id = ${registrationId}::uuid AND lower(to_address) = lower(${from})
    AND kind NOT IN ('email_changed', 'change_email', 'address_known')`
  const waiting = Prisma.sql`state = 'waiting' AND (leased_until IS NULL OR leased_until <= now())`
  await tx.$executeRaw`
    DELETE FROM outbox_mail WHERE ${theirs} AND ${waiting} AND kind = ${instead}
       AND coalesce(jsonb_array_length(facts -> 'missed'), 0) = 0`
  await tx.$executeRaw`
    UPDATE outbox_mail SET state = 'failed', last_error = 'address_left', to_address = ''
     WHERE ${theirs} AND (state = 'failed' OR ${waiting} AND facts ? 'optOutId')`
  await tx.$executeRaw`
    UPDATE outbox_mail
       SET to_address = ${to},
           facts = CASE WHEN facts ? 'manageVersion' THEN jsonb_set(facts, '{manageVersion}', to_jsonb(${manageVersion}::int))
                        ELSE jsonb_set(facts, '{manage,version}', to_jsonb(${manageVersion}::int)) END
     WHERE ${theirs} AND ${waiting} AND (facts ? 'manageVersion' OR facts -> 'manage' ? 'version')`
}
