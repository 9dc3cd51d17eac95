import 'server-only'
import { db, sql } from '../db/client'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { readError } from '../mail/rules'
import { hashToken } from '../tokens'
import { addressHashOf } from './read-opt-outs'
import {
  type Fate,
  type FateCounts,
  type FateFilter,
  type FateRow,
  fates,
  fatesPerPage,
  type GroupMail,
  type GroupMailRow,
  type GroupMailState,
  type GroupTexts,
  type OptOut,
} from './schema'

/** One message of the key's event; null for any other. */
export async function findGroupMail({ eventId }: OrganizerKey, id: string): Promise<GroupMail | null> {
  const row = await db().groupMail.findUnique({ where: { eventId_id: { eventId, id } } })
  return row && groupMailOf(row)
}

/** A row as what it says. */
export const groupMailOf = (row: object & { texts: unknown; filterWords: unknown }): GroupMail =>
  ({ ...row, texts: row.texts as GroupTexts }) as GroupMail

/** The event's messages, the latest first; `before` is the last id of the page before. */
export async function listGroupMails(
  { eventId }: OrganizerKey,
  { before, most = 50 }: { before?: string; most?: number } = {},
): Promise<{ rows: GroupMailRow[]; next: string | null }> {
  const rows = await db().groupMail.findMany({
    where: { eventId, ...(before && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: most + 1,
    select: {
      id: true,
      state: true,
      texts: true,
      createdAt: true,
      sendAt: true,
      _count: { select: { recipients: true } },
    },
  })
  const shown = rows.slice(0, most).map(({ _count, ...row }) => ({
    ...row,
    state: row.state as GroupMailState,
    texts: row.texts as GroupTexts,
    people: row.state === 'draft' ? null : _count.recipients,
  }))
  return { rows: shown, next: rows.length > most ? shown.at(-1)!.id : null }
}

// A mail that waited when its person was erased is gone; who is not done yet waits too.
const fate = `CASE WHEN p.left_out IS NOT NULL THEN p.left_out::text WHEN p.done_at IS NULL THEN 'waiting'
  WHEN m.id IS NULL THEN 'erased' ELSE m.state::text END`
const people = `FROM group_mail_recipient p LEFT JOIN outbox_mail m ON m.id = p.mail_id
  JOIN registration r ON r.id = p.registration_id WHERE p.event_id = $1 AND p.group_mail_id = $2`

/** What became of a message, in numbers. */
export async function countFates({ eventId }: OrganizerKey, id: string): Promise<FateCounts> {
  const { rows } = await sql().query<{ fate: Fate; count: number }>(
    `SELECT ${fate} AS fate, count(*)::integer AS count ${people} GROUP BY 1`,
    [eventId, id],
  )
  const counted = Object.fromEntries(rows.map((row) => [row.fate, row.count]))
  return Object.fromEntries(fates.map((one) => [one, counted[one] ?? 0])) as FateCounts
}

/** One page of whom a message was for, in alphabetical order, and what became of it for each. */
export async function listFates(
  { eventId }: OrganizerKey,
  id: string,
  { fate: wanted, after }: FateFilter,
): Promise<{ rows: FateRow[]; next: string | null }> {
  const { rows } = await sql().query<Omit<FateRow, 'error'> & { lastError: string | null }>(
    `SELECT r.id, r.name, ${fate} AS fate, m.id AS "mailId", m.sent_at AS "sentAt", m.last_error AS "lastError" ${people}
        AND ($3::text IS NULL OR ${fate} = $3) AND ($4::uuid IS NULL OR (r.name_heard, r.id) >
          (SELECT b.name_heard, b.id FROM registration b WHERE b.id = $4 AND b.event_id = $1))
      ORDER BY r.name_heard, r.id LIMIT ${fatesPerPage + 1}`,
    [eventId, id, wanted ?? null, after ?? null],
  )
  const shown = rows
    .slice(0, fatesPerPage)
    .map(({ lastError, ...row }) => ({ ...row, error: readError(lastError) }))
  return { rows: shown, next: rows.length > fatesPerPage ? shown.at(-1)!.id : null }
}

/** How many addresses of the key's event want only mails about the event itself. */
export const countOptedOut = ({ eventId }: OrganizerKey): Promise<number> =>
  db().mailOptOut.count({ where: { eventId, optedOutAt: { not: null } } })

/** Public: what the link in a mail stands for; null for any other token. */
export async function findPublicOptOut(token: string): Promise<OptOut | null> {
  const row = await db().mailOptOut.findUnique({
    where: { hash: hashToken(token) },
    select: { eventId: true, optedOutAt: true, event: { select: { title: true, slug: true, accent: true } } },
  })
  return row && { eventId: row.eventId, ...row.event, isOut: row.optedOutAt !== null }
}

/** Whether an address of the key's event wants only mails about the event itself; for its person's own eyes. */
export async function wantsNoNews({ eventId }: AttendeeKey, email: string): Promise<boolean> {
  const addressHash = addressHashOf(eventId, email)
  const row = await db().mailOptOut.findUnique({
    where: { eventId_addressHash: { eventId, addressHash } },
    select: { optedOutAt: true },
  })
  return Boolean(row?.optedOutAt)
}
