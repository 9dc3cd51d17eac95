import 'server-only'
import { now } from '../clock'
import { localDate } from '../dates'
import { db } from '../db/client'
import { freezeList } from '../handouts/freeze-list'
import { lastEraseDate } from '../handouts/rules'
import type { HandoutInput, HandoutRefusal } from '../handouts/schema'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { listAccess } from './list-lines'
import { accessColumns } from './open-sheet'
import type { SheetEvent } from './schema'

/**
 * Freezes the access list for its recipient: what is handed out is this one, and later ones are compared with it.
 * Refused without anybody on it, and for a deletion date that has come or lies too far ahead.
 */
export async function freezeAccess(
  key: OrganizerKey,
  input: HandoutInput,
  event: SheetEvent,
): Promise<Result<null, HandoutRefusal>> {
  const at = now()
  if (input.eraseOn <= localDate(at, event.timezone)) return refused('erased_before_today')
  if (input.eraseOn > lastEraseDate(event, at)) return refused('kept_too_long')
  const withOrganization = event.accessListOrganization
  return await db().$transaction(async (tx) => {
    const lines = await listAccess(tx, key, { withOrganization, isFrozen: true })
    if (lines.length === 0) return refused('nobody_on_it')
    const columns = accessColumns(withOrganization)
    await freezeList(tx, key, { ...input, list: 'access', hotelId: null, columns, lines })
    return ok(null)
  })
}
