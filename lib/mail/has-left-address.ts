import 'server-only'
import type { db, Transaction } from '../db/client'
import { Prisma } from '../db/generated/client'

/**
 * Whether the person a mail is for was reached elsewhere since: its address was told so, when it had the links that
 * this mail has, or later ones. A column beside those of `outbox_mail`.
 */
export const hasLeft = Prisma.sql`(kind <> 'email_changed' AND EXISTS (
  SELECT 1 FROM outbox_mail told
   WHERE told.registration_id = outbox_mail.registration_id AND told.kind = 'email_changed' AND told.id > outbox_mail.id
     AND lower(told.to_address) = lower(outbox_mail.to_address)
     AND coalesce((told.facts ->> 'manageVersion')::integer, 0)
         >= coalesce((outbox_mail.facts ->> 'manageVersion')::integer,
                     (outbox_mail.facts #>> '{manage,version}')::integer, 0))) AS "hasLeft"`

/** The same of one mail. */
export async function hasLeftAddress(
  tx: Transaction | ReturnType<typeof db>,
  { id }: { id: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ hasLeft: boolean }[]>`
    SELECT ${hasLeft} FROM outbox_mail WHERE id = ${id}::uuid`
  return rows[0]?.hasLeft === true
}
