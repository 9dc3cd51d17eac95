import 'server-only'
import { sayFilter } from '../attendees/say-filter'
import { isNarrowed } from '../attendees/schema'
import type { Language } from '../dates'
import { db } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { getOfferFor } from '../registrations/queries'
import { ok, type Result } from '../result'
import { listAllergic } from './open-meals'
import { openSheet } from './open-sheet'
import type { ExportWish } from './rules'
import type { ExportFile, Sheet, SheetEvent, SheetRefusal } from './schema'

/**
 * A list on its way out of the house; history says so first: who, when, which columns, how many rows, and the filter in
 * words, without what was searched for. Whoever's allergies it tells beside their name is noted as read.
 */
export async function exportList(
  key: OrganizerKey,
  { list, format }: ExportFile,
  wish: ExportWish,
  event: SheetEvent,
  language: Language,
): Promise<Result<Sheet, SheetRefusal>> {
  const opened = await openSheet(key, list, wish, event)
  if (!opened.ok) return opened
  const { columns, rows } = opened.value
  const { filter, since, hotel, handout } = wish
  const said = isNarrowed(filter)
    ? sayFilter(filter, { offer: await getOfferFor(key), language, isDiscreet: true })
    : null
  const told = list === 'kitchen' ? await listAllergic(key) : []
  const { eventId, userId } = key
  const by = { eventId, actor: { kind: 'user', id: userId } } as const
  await db().$transaction(async (tx) => {
    const narrowed = { ...(since && { since }), ...(hotel && { hotel }), ...(handout && { handout }) }
    await recordHistory(tx, {
      ...by,
      act: 'exported',
      subject: 'list',
      subjectId: null,
      facts: { list, format, columns: [...columns], filter: said, rows, ...narrowed },
    })
    for (const subjectId of told)
      await recordHistory(tx, { ...by, act: 'allergies_read', subject: 'registration', subjectId })
  })
  return ok(opened.value)
}
