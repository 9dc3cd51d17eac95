import 'server-only'
import { now } from '../clock'
import { sql } from '../db/client'
import { env } from '../env'
import type { AdminKey } from '../keys'
import { type HouseMails, secretKinds } from './schema'

const week = 7 * 86_400_000

/** How the mail of the whole house does, sign-in mails included: they are counted, never shown. */
export async function countHouseMails(_key: AdminKey): Promise<HouseMails> {
  const { rows } = await sql().query<Omit<HouseMails, 'hasServer'>>(
    `SELECT count(*) FILTER (WHERE state = 'waiting')::integer AS waiting,
            count(*) FILTER (WHERE state = 'failed')::integer AS failed,
            count(*) FILTER (WHERE state = 'sent')::integer AS sent,
            count(*) FILTER (WHERE state = 'failed' AND kind <> ALL ($1) AND created_at > $2)::integer AS "failedLately",
            min(created_at) FILTER (WHERE state = 'waiting') AS "oldestWaitingAt",
            max(sent_at) AS "lastSentAt"
       FROM outbox_mail`,
    [secretKinds, new Date(now().getTime() - week)],
  )
  return { ...rows[0]!, hasServer: env().smtpUrl !== undefined }
}
