import 'server-only'
import type { Transaction } from '../db/client'

/** Whether somebody is one of the event's people whom a note may be about: whoever was erased is nobody any more. */
export const isThere = async (tx: Transaction, eventId: string, id: string): Promise<boolean> =>
  (await tx.registration.count({ where: { id, eventId, anonymizedAt: null } })) > 0
