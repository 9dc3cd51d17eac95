import 'server-only'
import type { Transaction } from '../db/client'
import type { Presence } from '../registrations/schema'

export type Recipient = {
  name: string
  email: string
  language: string
  status: string
  isErased: boolean
  presence: Presence
  manageVersion: number
  wasCancelled: boolean
}

/** Somebody a message is for, as they are until the transaction ends. */
export async function lockRecipient(tx: Transaction, groupMailId: string, id: string): Promise<Recipient> {
  // Whoever is erased at this moment is either seen as erased here, or erased with this mail.
  const [person] = await tx.$queryRaw<Recipient[]>`
    SELECT r.name, r.email, r.language, r.status::text, r.presence::text, r.manage_version AS "manageVersion",
           r.email = '' OR r.cancel_reason IS NOT DISTINCT FROM 'erased' AS "isErased",
           (SELECT was_cancelled FROM group_mail_recipient
             WHERE group_mail_id = ${groupMailId}::uuid AND registration_id = r.id) AS "wasCancelled"
      FROM registration r WHERE r.id = ${id}::uuid FOR SHARE OF r`
  return person!
}
