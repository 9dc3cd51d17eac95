import type { TeamRole } from '@/lib/db/generated/enums'
import type { StaffKey } from '@/lib/keys'
import { makeUser } from './team'

/** Somebody of the team at the door, and the key they hold. */
export async function makeDoorKey(event: { id: string }, role: TeamRole = 'check_in'): Promise<StaffKey> {
  const { id: userId } = await makeUser({ roles: { [event.id]: role } })
  const rank = role === 'check_in' ? 'staff' : 'supervisor'
  const whose = { userId, sessionId: null, tokenId: null, deviceId: null, deviceName: null }
  return { eventId: event.id, ...whose, rank } as unknown as StaffKey
}
