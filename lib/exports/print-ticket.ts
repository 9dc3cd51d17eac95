import 'server-only'
import type { OrganizerKey } from '../keys'
import { periodTickets } from '../period-tickets'
import type { ExportList, SheetWish } from './schema'

/** Proof that history already knows that this person looks at this list on paper; the page asks for it. */
export const printTicket = (key: OrganizerKey, list: ExportList, wish: SheetWish): string =>
  tickets.make(aboutList(key, list, wish))

/** Whether a ticket is of this person and this list, and not older than a day. */
export const isPrintTicket = (
  key: OrganizerKey,
  list: ExportList,
  wish: SheetWish,
  ticket: string,
): boolean => tickets.fits(ticket, aboutList(key, list, wish))

const tickets = periodTickets('print page', 12 * 60)
const aboutList = ({ userId, eventId }: OrganizerKey, list: ExportList, wish: SheetWish) => [
  userId,
  eventId,
  list,
  wish,
]
