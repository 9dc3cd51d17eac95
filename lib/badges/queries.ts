import 'server-only'
import { db } from '../db/client'
import type { AttendeeKey, OrganizerKey } from '../keys'
import type { BlankBadge } from './schema'

/** Blank badges that nobody has yet, in the order of their numbers, at most `most`. */
export async function listBlankBadges({ eventId }: OrganizerKey, most: number): Promise<BlankBadge[]> {
  return await db().badge.findMany({
    where: { eventId, registrationId: null },
    orderBy: { number: 'asc' },
    take: most,
    select: { number: true, code: true },
  })
}

/** How many blank badges there are, and how many of them somebody has. */
export async function countBadges({ eventId }: OrganizerKey): Promise<{ blank: number; given: number }> {
  const [all, given] = await Promise.all([
    db().badge.count({ where: { eventId } }),
    db().badge.count({ where: { eventId, registrationId: { not: null } } }),
  ])
  return { blank: all - given, given }
}

/** The blank badge that a desk gave somebody; for their own eyes. */
export const findMyBadge = ({ eventId, registrationId }: AttendeeKey): Promise<BlankBadge | null> =>
  db().badge.findFirst({ where: { eventId, registrationId }, select: { number: true, code: true } })
