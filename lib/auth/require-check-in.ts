import 'server-only'
import type { StaffKey } from '../keys'
import { findStanding } from './find-standing'
import type { Standing } from './queries'
import { requireStanding } from './require-standing'

/** The key to mark arrivals at one event, held by everybody in its team. */
export async function requireCheckIn(eventId: string, to?: string): Promise<StaffKey> {
  return mint(eventId, await requireStanding(eventId, to))
}

/** The same key for a route that answers by itself; null for everybody who may not. */
export async function findCheckInKey(eventId: string): Promise<StaffKey | null> {
  const standing = await findStanding(eventId)
  return standing?.isAdmin || standing?.role ? mint(eventId, standing) : null
}

function mint(eventId: string, { userId, sessionId, isAdmin, role }: Standing): StaffKey {
  const rank = isAdmin || role === 'owner' || role === 'organizer' ? 'supervisor' : 'staff'
  return { eventId, userId, sessionId, tokenId: null, deviceId: null, deviceName: null, rank } as StaffKey
}
