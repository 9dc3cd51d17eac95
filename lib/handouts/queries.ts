import 'server-only'
import { now } from '../clock'
import { dateOf } from '../dates'
import { db, type Transaction } from '../db/client'
import type { AttendeeKey, OrganizerKey } from '../keys'
import { hashToken } from '../tokens'
import { linkState } from './rules'
import type { HandoutCells, HandoutCover, HandoutLine, HandoutList, HandoutView } from './schema'

/** Every list that was handed out for the key's event, the latest first, with the links that were made for it. */
export async function listHandouts(key: OrganizerKey): Promise<HandoutView[]> {
  const rows = await db().handout.findMany({
    where: { eventId: key.eventId },
    orderBy: [{ frozenAt: 'desc' }, { id: 'desc' }],
    include: { links: { orderBy: { createdAt: 'desc' } } },
    take: 100,
  })
  return rows.map(({ eventId: _, links, ...row }) => ({
    ...row,
    eraseOn: dateOf(row.eraseOn),
    links: links.map((link) => ({ ...link, state: linkState(link, now()) })),
  }))
}

export type KeptHandout = Pick<HandoutView, 'id' | 'columns' | 'rows' | 'frozenAt'> & {
  cover: Pick<HandoutView, 'recipient' | 'purpose' | 'eraseOn'>
}

/** The last of its kind that is still kept, or one by its id; null where nothing was handed out, or it was erased. */
export async function findHandout(
  key: OrganizerKey,
  of: { list: HandoutList; hotelId?: string | null; id?: string | undefined },
): Promise<KeptHandout | null> {
  const { list, hotelId = null, id } = of
  const kept = await db().handout.findFirst({
    where: { eventId: key.eventId, list, erasedAt: null, ...(id ? { id } : { hotelId }) },
    orderBy: [{ frozenAt: 'desc' }, { id: 'desc' }],
  })
  if (!kept) return null
  const { columns, rows, frozenAt, recipient, purpose, eraseOn } = kept
  return { id: kept.id, columns, rows, frozenAt, cover: { recipient, purpose, eraseOn: dateOf(eraseOn) } }
}

/** Whether this one was handed out already: a second press is the same. */
export const isHandedOut = async (tx: Transaction, { eventId }: OrganizerKey, id: string): Promise<boolean> =>
  (await tx.handout.count({ where: { id, eventId } })) > 0

/** The people on a handout as it was; those who were erased since are missing. */
export async function readLines(tx: Transaction, handoutId: string): Promise<HandoutLine[]> {
  const rows = await tx.handoutLine.findMany({
    where: { handoutId },
    orderBy: { position: 'asc' },
    select: { registrationId: true, cells: true },
  })
  return rows.map(({ registrationId, cells }) => ({ registrationId, cells: cells as HandoutCells }))
}

/** Public: what a link would open, or null when it opens nothing. Looking spends nothing: scanners follow every link. */
export async function findPublicCover(token: string): Promise<HandoutCover | null> {
  const link = await db().handoutLink.findFirst({
    where: openLinkOf(token),
    select: {
      handout: {
        include: { event: { select: { title: true, startsAt: true, timezone: true, accent: true } } },
      },
    },
  })
  if (!link) return null
  const { purpose, recipient, eraseOn, rows, frozenAt, event } = link.handout
  return { purpose, recipient, eraseOn: dateOf(eraseOn), rows, frozenAt, event }
}

/** The link of a token while it still opens something. */
export const openLinkOf = (token: string) => ({
  hash: hashToken(token),
  usedAt: null,
  revokedAt: null,
  expiresAt: { gt: now() },
  handout: { erasedAt: null },
})

/** Lists that were handed out with the key's own person on them, and what they say there. */
export async function listMyHandouts({ eventId, registrationId }: AttendeeKey) {
  const rows = await db().handoutLine.findMany({
    where: { eventId, registrationId },
    orderBy: { handoutId: 'asc' },
    select: {
      position: true,
      cells: true,
      handout: { select: { list: true, purpose: true, recipient: true, frozenAt: true, eraseOn: true } },
    },
  })
  return rows.map(({ handout, position, cells }) => ({
    ...{ ...handout, eraseOn: dateOf(handout.eraseOn), row: position, cells },
  }))
}
