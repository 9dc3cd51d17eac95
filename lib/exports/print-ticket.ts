import 'server-only'
import { now } from '../clock'
import type { OrganizerKey } from '../keys'
import { derivedToken } from '../tokens'
import type { ExportList, SheetWish } from './schema'

const hours = 12

/** Proof that history already knows that this person looks at this list on paper; the page asks for it. */
export const printTicket = (key: OrganizerKey, list: ExportList, wish: SheetWish): string =>
  ticketOf(key, list, wish, thisPeriod())

/** Whether a ticket is of this person and this list, and not older than a day. */
export const isPrintTicket = (
  key: OrganizerKey,
  list: ExportList,
  wish: SheetWish,
  ticket: string,
): boolean => [0, 1].some((ago) => ticketOf(key, list, wish, thisPeriod() - ago) === ticket)

const thisPeriod = () => Math.floor(now().getTime() / (hours * 3_600_000))

const ticketOf = ({ userId, eventId }: OrganizerKey, list: ExportList, wish: SheetWish, period: number) =>
  derivedToken('print page', JSON.stringify([userId, eventId, list, wish]), period)
