import 'server-only'
import type { Transaction } from '../db/client'

/** `instead` is the kind of a mail that the new mailbox gets anyway, and says what a waiting one of its kind would. */
type Move = { from: string; to: string; manageVersion: number; instead: string }

/**
 * Whoever is reached elsewhere from now on gets what had not left for them, with links that work; what was meant for the
 * old mailbox alone, or is on its way there already, is left alone.
 */
export async function redirectMails(
  tx: Transaction,
  registrationId: string,
  { from, to, manageVersion, instead }: Move,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM outbox_mail
     WHERE registration_id = ${registrationId}::uuid AND lower(to_address) = lower(${from}) AND kind = ${instead}
       AND state = 'waiting' AND (leased_until IS NULL OR leased_until <= now())`
  await tx.$executeRaw`
    UPDATE outbox_mail
       SET to_address = ${to},
           facts = CASE WHEN facts ? 'manageVersion' THEN jsonb_set(facts, '{manageVersion}', to_jsonb(${manageVersion}::int))
                        ELSE jsonb_set(facts, '{manage,version}', to_jsonb(${manageVersion}::int)) END
     WHERE registration_id = ${registrationId}::uuid AND lower(to_address) = lower(${from})
       AND kind NOT IN ('email_changed', 'change_email', 'address_known', ${instead})
       AND (facts ? 'manageVersion' OR facts -> 'manage' ? 'version')
       AND (state = 'failed' OR state = 'waiting' AND (leased_until IS NULL OR leased_until <= now()))`
}
