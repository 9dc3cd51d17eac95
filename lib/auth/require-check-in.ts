import 'server-only'
import type { CheckInKey } from '../keys'
import { findStanding } from './find-standing'
import { requireStanding } from './require-standing'

/** The key to mark arrivals at one event, held by everybody in its team. */
export async function requireCheckIn(eventId: string, to?: string): Promise<CheckInKey> {
  const { userId } = await requireStanding(eventId, to)
  return mint(eventId, userId)
}

/** The same key for a route that answers by itself; null for everybody who may not. */
export async function findCheckInKey(eventId: string): Promise<CheckInKey | null> {
  const standing = await findStanding(eventId)
  return standing?.isAdmin || standing?.role ? mint(eventId, standing.userId) : null
}

const mint = (eventId: string, userId: string) => ({ eventId, userId, tokenId: null }) as CheckInKey
