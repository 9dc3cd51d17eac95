import 'server-only'
import type { Transaction } from '../db/client'
import type { Presence } from '../registrations/schema'

export type Recipient = {
  id: string
  name: string
  email: string
  language: string
  status: string
  isErased: boolean
  presence: Presence
  manageVersion: number
  wasCancelled: boolean
}

/**
 * People a message is for, as they are until the transaction ends: whoever is erased at this moment is either seen as
 * erased here, or erased with their mail.
 */
export const lockRecipients = (tx: Transaction, groupMailId: string, ids: string[]): Promise<Recipient[]> =>
  tx.$queryRaw<Recipient[]>`
    SELECT r.id, r.name, r.email, r.language, r.status::text, r.presence::text, r.manage_version AS "manageVersion",
           r.email = '' OR r.cancel_reason IS NOT DISTINCT FROM 'erased' AS "isErased",
           (SELECT was_cancelled FROM group_mail_recipient
             WHERE group_mail_id = ${groupMailId}::uuid AND registration_id = r.id) AS "wasCancelled"
      FROM registration r WHERE r.id = ANY (${ids}::uuid[]) ORDER BY r.id FOR SHARE OF r`
