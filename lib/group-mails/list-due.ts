import 'server-only'
import { db } from '../db/client'

/** The messages of all events that are under way, or whose time has come. */
export const listDue = (at: Date): Promise<{ id: string; eventId: string }[]> =>
  db().groupMail.findMany({
    where: { OR: [{ state: 'sending' }, { state: 'scheduled', sendAt: { lte: at } }] },
    orderBy: { sendAt: 'asc' },
    select: { id: true, eventId: true },
  })
