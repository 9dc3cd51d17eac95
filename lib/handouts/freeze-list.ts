import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import type { HandoutInput, HandoutLine, HandoutList } from './schema'

type Frozen = HandoutInput & {
  list: HandoutList
  hotelId: string | null
  columns: readonly string[]
  lines: HandoutLine[]
}

/**
 * Keeps a list as it stands in the transaction that read it, and makes it what later lists are compared with. The
 * same id again is the same handout, and changes nothing.
 */
export async function freezeList(
  tx: Transaction,
  key: OrganizerKey,
  { lines, columns, ...frozen }: Frozen,
): Promise<void> {
  const { eventId, userId } = key
  const { id, list, hotelId, purpose, recipient, eraseOn } = frozen
  const made = await tx.handout.createMany({
    data: {
      ...{ id, eventId, list, hotelId, purpose, recipient },
      eraseOn: new Date(eraseOn),
      columns: [...columns],
      rows: lines.length,
      frozenAt: now(),
      frozenBy: userId,
    },
    skipDuplicates: true,
  })
  if (made.count === 0) return
  await tx.handoutLine.createMany({
    data: lines.map((line, at) => ({ ...line, handoutId: id, eventId, position: at + 1 })),
  })
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'user', id: userId },
    act: 'list_handed_out',
    subject: 'handout',
    subjectId: id,
    facts: { list, columns: [...columns], rows: lines.length, eraseOn },
  })
}
