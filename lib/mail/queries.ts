import 'server-only'
import { now } from '../clock'
import type { Language } from '../dates'
import { db } from '../db/client'
import { env } from '../env'
import type { AdminKey, AttendeeKey, OrganizerKey } from '../keys'
import { hasLeftAddress } from './has-left-address'
import { findOwnWords } from './list-mail-texts'
import { isLate, mayBeRepeated, readError } from './rules'
import {
  type Composers,
  type MailCounts,
  type MailFilter,
  type MailRow,
  type MailState,
  type MailTrouble,
  oneTimeKinds,
  type ReadableMail,
  secretKinds,
} from './schema'
import { showLetter } from './show-letter'

const rowsAtOnce = 50

/** Organizers read the mails of their event, admins those of the whole house. */
type ReaderKey = OrganizerKey | AdminKey

const columns = {
  id: true,
  kind: true,
  toName: true,
  toAddress: true,
  state: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
  registrationId: true,
} as const

/** The mails that a key may read, newest first; `before` is the last id of the page before. Sign-in mails are never among them. */
export async function listMails(
  key: ReaderKey,
  filter: MailFilter = {},
): Promise<{ rows: MailRow[]; next: string | null }> {
  const rows = await db().outboxMail.findMany({
    where: { ...fitting(key, filter), ...(filter.before && { id: { lt: filter.before } }) },
    orderBy: { id: 'desc' },
    take: rowsAtOnce + 1,
    select: columns,
  })
  const shown = rows.slice(0, rowsAtOnce)
  return { rows: shown.map(rowOf), next: rows.length > rowsAtOnce ? shown.at(-1)!.id : null }
}

/** How many wait, left and failed, since when the oldest waits, and whether there is a mail server at all. */
export async function countMails(key: ReaderKey): Promise<MailCounts> {
  const groups = await db().outboxMail.groupBy({
    by: ['state'],
    where: readable(key),
    _count: true,
    _min: { createdAt: true },
  })
  const count = (state: MailState) => groups.find((group) => group.state === state)?._count ?? 0
  return {
    waiting: count('waiting'),
    sent: count('sent'),
    failed: count('failed'),
    oldestWaitingAt: groups.find(({ state }) => state === 'waiting')?._min.createdAt ?? null,
    hasServer: env().smtpUrl !== undefined,
  }
}

/** Why these mails do not flow; null while they do. */
export async function findMailTrouble(key: ReaderKey): Promise<MailTrouble | null> {
  const where = { ...readable(key), state: 'waiting' as const }
  const oldest = { orderBy: { createdAt: 'asc' }, select: { createdAt: true } } as const
  const waiting = await db().outboxMail.count({ where })
  if (!env().smtpUrl) return { reason: 'no_server', waiting }
  if (waiting === 0) return null
  const away = { ...where, lastError: { startsWith: 'unreachable' } }
  const [stuck, first] = await Promise.all([
    db().outboxMail.findFirst({ where: away, ...oldest }),
    db().outboxMail.findFirst({ where, ...oldest }),
  ])
  if (stuck) return { reason: 'unreachable', waiting, since: stuck.createdAt }
  return first && isLate(first.createdAt, now()) ? { reason: 'late', waiting, since: first.createdAt } : null
}

/** The kinds of mail that were written so far. */
export async function listMailKinds(key: ReaderKey): Promise<string[]> {
  const rows = await db().outboxMail.findMany({
    where: readable(key),
    distinct: ['kind'],
    select: { kind: true },
  })
  return rows.map(({ kind }) => kind)
}

/** How many failed mails that fit could be tried again. */
export const countRepeatable = (key: OrganizerKey, filter: MailFilter): Promise<number> =>
  db().outboxMail.count({ where: repeatable(key, filter) })

/** The failed mails that fit and would say the same once more; as `mayBeRepeated` decides of one. */
export const repeatable = (key: OrganizerKey, filter: MailFilter) => ({
  ...fitting(key, { ...filter, state: 'failed' }),
  toAddress: { not: '' },
  NOT: [{ sealed: null, kind: { in: [...oneTimeKinds] } }, { facts: { equals: {} } }],
})

/** One mail as it looks in the mailbox, or looked when it left, its links replaced by words; null when it is not the key's to read. */
export async function findReadableMail(
  key: ReaderKey,
  id: string,
  composers: Composers,
): Promise<ReadableMail | null> {
  const row = await db().outboxMail.findFirst({
    where: { ...readable(key), id },
    select: {
      ...columns,
      language: true,
      eventId: true,
      facts: true,
      sealed: true,
      ownSubject: true,
      ownOpening: true,
    },
  })
  if (!row) return null
  const language = row.language as Language
  const own =
    row.state === 'sent'
      ? { subject: row.ownSubject, opening: row.ownOpening }
      : await wordsFor(row.eventId, row.kind, language)
  const content = await showLetter({ ...row, language }, composers, own).catch(() => null)
  const isRepeated = mayBeRepeated(row, await hasLeftAddress(db(), row))
  return { ...rowOf(row), eventId: row.eventId, language, mayBeRepeated: isRepeated, content }
}

const wordsFor = (eventId: string | null, kind: string, language: Language) =>
  eventId ? findOwnWords({ eventId }, kind, language) : null

const readable = (key: ReaderKey) => ({
  ...('eventId' in key && { eventId: key.eventId }),
  kind: { notIn: [...secretKinds] },
})

function fitting(key: ReaderKey, { state, kind, q }: MailFilter) {
  // Prisma takes these three as wildcards.
  const named = q && { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return {
    AND: [readable(key), kind ? { kind } : {}],
    ...(state && { state }),
    ...(named && { OR: [{ toName: named }, { toAddress: named }] }),
  }
}

type Row = Omit<MailRow, 'error'> & { lastError: string | null }

const rowOf = ({ lastError, ...row }: Row): MailRow => ({
  id: row.id,
  kind: row.kind,
  toName: row.toName,
  toAddress: row.toAddress,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  registrationId: row.registrationId,
  error: readError(lastError),
})

/** What became of these mails of the event, also of those that nobody reads in the product. */
export async function listMailStates(key: OrganizerKey, ids: string[]): Promise<Record<string, MailState>> {
  const rows = await db().outboxMail.findMany({
    where: { eventId: key.eventId, id: { in: ids } },
    select: { id: true, state: true },
  })
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
}

/** What was written to one person about their registration, and when; for their own eyes. */
export const listMailsAbout = ({ registrationId }: AttendeeKey) =>
  db().outboxMail.findMany({
    where: { registrationId },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, toAddress: true, language: true, state: true, createdAt: true, sentAt: true },
  })
