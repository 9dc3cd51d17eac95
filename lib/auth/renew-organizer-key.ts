import 'server-only'
import { db } from '../db/client'
import type { OrganizerKey } from '../keys'

/**
 * The key of somebody who left work to be done when they are gone, read anew: null for who may not plan the event any
 * more, or whose account was disabled.
 */
export async function renewOrganizerKey(eventId: string, userId: string): Promise<OrganizerKey | null> {
  const user = await db().user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { isAdmin: true, teamMembers: { where: { eventId }, select: { role: true } } },
  })
  const role = user?.isAdmin ? 'admin' : user?.teamMembers[0]?.role
  return role && role !== 'check_in' ? ({ eventId, userId, role } as OrganizerKey) : null
}
