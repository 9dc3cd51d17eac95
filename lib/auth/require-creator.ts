import 'server-only'
import { forbidden } from 'next/navigation'
import { getSettings } from '../installation/queries'
import type { CreatorKey } from '../keys'
import { listTeams } from './queries'
import { requireUser } from './require-user'
import { mayCreate } from './rules'
import type { SignedInUser } from './schema'

/** The key to make new events. Whoever is signed in and may not is told so: that the form exists is no secret. */
export async function requireCreator(to?: string): Promise<CreatorKey> {
  return (await findCreatorKey(await requireUser(to))) ?? forbidden()
}

/** The same key where it only opens more; null for everybody else. */
export async function findCreatorKey(user: SignedInUser): Promise<CreatorKey | null> {
  const [teams, { eventCreators }] = await Promise.all([listTeams(user), getSettings()])
  const roles = teams.map(({ role }) => role)
  return mayCreate(user.isAdmin, roles, eventCreators) ? ({ userId: user.id } as CreatorKey) : null
}
