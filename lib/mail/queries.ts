import 'server-only'
import type { Language } from '../dates'
import { db } from '../db/client'
import { env } from '../env'
import type { OrganizerKey } from '../keys'
import { translator } from '../messages'
import { qrPng } from '../qr'
import { renderLetter } from './render-letter'
import { readError } from './rules'
import {
  type Composers,
  type MailCounts,
  type MailRow,
  type MailState,
  type ReadableMail,
  secretKinds,
} from './schema'

const rowsAtOnce = 50

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

/** The event's mails, newest first; `before` is the last id of the page before. Sign-in mails are never among them. */
export async function listMails(
  key: OrganizerKey,
  filter: { state?: MailState; before?: string } = {},
): Promise<{ rows: MailRow[]; next: string | null }> {
  const rows = await db().outboxMail.findMany({
    where: {
      ...readable(key),
      ...(filter.state && { state: filter.state }),
      ...(filter.before && { id: { lt: filter.before } }),
    },
    orderBy: { id: 'desc' },
    take: rowsAtOnce + 1,
    select: columns,
  })
  const shown = rows.slice(0, rowsAtOnce)
  return { rows: shown.map(rowOf), next: rows.length > rowsAtOnce ? shown.at(-1)!.id : null }
}

/** How many wait, left and failed, since when the oldest waits, and whether there is a mail server at all. */
export async function countMails(key: OrganizerKey): Promise<MailCounts> {
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

/** One mail as it looks in the mailbox, its links replaced by words; null when it is not this event's. */
export async function findReadableMail(
  key: OrganizerKey,
  id: string,
  composers: Composers,
): Promise<ReadableMail | null> {
  const row = await db().outboxMail.findFirst({
    where: { ...readable(key), id },
    select: { ...columns, language: true, eventId: true, facts: true },
  })
  if (!row) return null
  const language = row.language as Language
  const content = await write({ ...row, language }, composers).catch(() => null)
  return { ...rowOf(row), language, content }
}

async function write(mail: Parameters<Composers[string]>[0], composers: Composers) {
  const letter = composers[mail.kind]!(mail)
  const personal = translator(mail.language, 'mail.page')('personalLink')
  const actions = letter.actions.map(({ label, link }) => ({
    link,
    label: link.to === 'page' ? label : `${label} («${personal}»)`,
  }))
  const code = letter.card?.code
  const qrSource = code && `data:image/png;base64,${(await qrPng(code)).toString('base64')}`
  return renderLetter({ ...letter, actions }, { language: mail.language, hrefOf: () => null, qrSource })
}

const readable = (key: OrganizerKey) => ({ eventId: key.eventId, kind: { notIn: [...secretKinds] } })

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
