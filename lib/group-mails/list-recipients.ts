import 'server-only'
import { createHash } from 'node:crypto'
import { fitFilter } from '../attendees/fit-filter'
import { readFilter } from '../attendees/rules'
import { sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { type Draft, namesPerPage, type RecipientName, type Recipients } from './schema'

type Asked = Pick<Draft, 'filter' | 'isAboutEvent'>
type Row = { id: string; language: string; status: string; hasOptedOut: boolean }

/**
 * Who of the key's event gets a message now: everybody who fits its filter and can be reached, each address once, but
 * not who wants no mails that are not about the event.
 */
export async function listRecipients(key: OrganizerKey, asked: Asked): Promise<Recipients> {
  const { text, values } = fitting(key, asked)
  const { rows } = await sql().query<Row>(
    `${text} SELECT id, language, status, has_opted_out AS "hasOptedOut" FROM fit ORDER BY id`,
    values,
  )
  const reached = rows.filter(({ hasOptedOut }) => asked.isAboutEvent || !hasOptedOut)
  const count = (test: (row: Row) => boolean) => reached.filter(test).length
  const ids = reached.map(({ id }) => id)
  return {
    ids,
    mark: createHash('sha256').update(ids.join()).digest('base64url').slice(0, 16),
    optedOut: rows.length - reached.length,
    byLanguage: {
      en: count(({ language }) => language !== 'de'),
      de: count(({ language }) => language === 'de'),
    },
    cancelled: count(({ status }) => status === 'cancelled'),
    unverified: count(({ status }) => status === 'unverified'),
  }
}

/** One page of their names in alphabetical order; `after` is the last of the page before. */
export async function listRecipientNames(
  key: OrganizerKey,
  asked: Asked,
  after: string | undefined,
): Promise<{ names: RecipientName[]; next: string | null }> {
  const { text, values } = fitting(key, asked)
  const { rows } = await sql().query<RecipientName>(
    `${text} SELECT id, name, status, language FROM fit
      WHERE ($${values.length + 1} OR NOT has_opted_out) AND ($${values.length + 2}::uuid IS NULL OR (name_heard, id) >
        (SELECT b.name_heard, b.id FROM registration b WHERE b.id = $${values.length + 2} AND b.event_id = $1))
      ORDER BY name_heard, id LIMIT ${namesPerPage + 1}`,
    [...values, asked.isAboutEvent, after ?? null],
  )
  const names = rows.slice(0, namesPerPage)
  return { names, next: rows.length > namesPerPage ? names.at(-1)!.id : null }
}

// One address may belong to a registration that is over and to one that lives.
function fitting({ eventId }: OrganizerKey, { filter }: Asked) {
  const { text, values } = fitFilter(eventId, readFilter(filter))
  return {
    text: `WITH fit AS (
      SELECT DISTINCT ON (r.email_normalized) r.id, r.name, r.name_heard, r.status::text, r.language,
             EXISTS (SELECT 1 FROM mail_opt_out o WHERE o.event_id = r.event_id AND o.opted_out_at IS NOT NULL
                AND o.address_hash = encode(sha256(convert_to(r.event_id::text || ' ' || r.email_normalized, 'UTF8')), 'hex')
             ) AS has_opted_out
        FROM registration r ${text} AND r.email_normalized <> ''
       ORDER BY r.email_normalized, r.status = 'cancelled', r.registered_at DESC, r.id)`,
    values,
  }
}
