import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { newCode } from '../ids'
import { eraseMailsOf } from '../mail/erase'
import { eraseChoicesOf } from '../meals/erase'
import { eraseAnswersOf } from '../questions/erase'
import { hashToken, newToken } from '../tokens'

/**
 * Makes counts of people: nothing they told is left, their code and links open nothing any more. What figures are made
 * of stays with those who were confirmed: how they took part, days, diet, camera, when they registered. Mails and links
 * that others had sent to these addresses go as well, unless `byAddress` is false: an address that nobody confirmed may
 * be anybody's.
 */
export async function forgetPeople(
  tx: Transaction,
  eventId: string,
  ids: string[],
  { byAddress = true }: { byAddress?: boolean } = {},
): Promise<void> {
  const registrationId = { in: ids }
  await eraseAnswersOf(tx, ids)
  await eraseChoicesOf(tx, ids)
  await eraseMailsOf(tx, ids, { byAddress })
  await tx.consent.deleteMany({ where: { registrationId } })
  await tx.$executeRaw`
    DELETE FROM registration_token t WHERE t.event_id = ${eventId}::uuid AND (t.registration_id = ANY (${ids}::uuid[])
        OR ${byAddress} AND lower(t.email) IN (SELECT email_normalized FROM registration
                                                WHERE id = ANY (${ids}::uuid[]) AND email_normalized <> ''))`
  await tx.invitation.deleteMany({ where: { registrationId } })
  await tx.$executeRaw`
    UPDATE registration r
       SET anonymized_at = ${now()}, name = '–', email = '', email_normalized = '', organization = NULL,
           legal_name = NULL, accessibility = NULL, is_listed = false, is_stay_undecided = false, submission_id = NULL,
           diet = CASE WHEN r.status = 'confirmed' THEN r.diet ELSE '{}' END,
           code = fresh.code, manage_token_hash = fresh.hash, manage_version = r.manage_version + 1,
           version = r.version + 1
      FROM unnest(${ids}::uuid[], ${ids.map(newCode)}::text[], ${ids.map(() => hashToken(newToken()))}::text[])
        AS fresh (id, code, hash) WHERE r.id = fresh.id`
}
