import 'server-only'
import type { Transaction } from '../db/client'
import type { OrganizerKey } from '../keys'
import type { TeamRefusal } from './schema'

/** Whoever changes a team takes turns, so that what a verb read of it stays true; the trigger `team_keeps_owner` locks the same. */
export async function lockTeam(tx: Transaction, eventId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`team ${eventId}`}, 0))`
}

/** Why the key's holder may not act on the team any more, asked after the lock: two owners may remove each other. */
export async function whyNotOwner(
  tx: Transaction,
  { eventId, userId, role }: OrganizerKey,
): Promise<Extract<TeamRefusal, 'owner_no_more'> | null> {
  if (role === 'admin') return null
  const mine = await tx.teamMember.findUnique({ where: { eventId_userId: { eventId, userId } } })
  return mine?.role === 'owner' ? null : 'owner_no_more'
}

/** Whether somebody is the only owner who can still sign in. */
export async function isLastOwner(tx: Transaction, eventId: string, userId: string): Promise<boolean> {
  const owners = { eventId, role: 'owner', user: { disabledAt: null } } as const
  const others = await tx.teamMember.count({ where: { ...owners, userId: { not: userId } } })
  return others === 0
}
