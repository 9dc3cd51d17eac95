import 'server-only'
import { forbidden, notFound } from 'next/navigation'
import type { OrganizerKey } from '../keys'
import { findStanding } from './find-standing'
import { listTeams } from './queries'
import { requireStanding } from './require-standing'
import type { SignedInUser } from './schema'

/** The key to plan one event. Strangers to its team find nothing, its check-in staff are told that they may not. */
export async function requireOrganizer(eventId: string, to?: string): Promise<OrganizerKey> {
  const { userId, isAdmin, role } = await requireStanding(eventId, to)
  if (isAdmin) return mint(eventId, userId, 'admin')
  if (role === 'check_in') forbidden()
  return role ? mint(eventId, userId, role) : notFound()
}

/** The same key for a route that answers by itself; null for everybody who may not. */
export async function findOrganizerKey(eventId: string): Promise<OrganizerKey | null> {
  const standing = await findStanding(eventId)
  if (standing?.isAdmin) return mint(eventId, standing.userId, 'admin')
  if (!standing?.role || standing.role === 'check_in') return null
  return mint(eventId, standing.userId, standing.role)
}

/** A key for every event somebody may plan by belonging to its team. */
export async function listOrganizerKeys(user: SignedInUser): Promise<OrganizerKey[]> {
  const teams = await listTeams(user)
  return teams.flatMap(({ eventId, role }) => (role === 'check_in' ? [] : [mint(eventId, user.id, role)]))
}

const mint = (eventId: string, userId: string, role: OrganizerKey['role']) =>
  ({ eventId, userId, role }) as OrganizerKey
