import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'

const daysKept = 30

/** Forgets whom one wanted in a team thirty days after the link has ended; answers how many. Safe to repeat. */
export async function eraseTeamInvitations(): Promise<number> {
  const until = new Date(now().getTime() - daysKept * 24 * 60 * 60 * 1000)
  const { count } = await db().teamInvitation.deleteMany({ where: { expiresAt: { lt: until } } })
  return count
}
