import 'server-only'
import { db } from '../db/client'
import type { DueReminder } from './find-due-reminder'

/** Whom a reminder still has to reach, after the id `after`; `prefix` begins the keys under which it was promised. */
export async function listToRemind(
  eventId: string,
  { kind, at }: DueReminder,
  { prefix, after, most }: { prefix: string; after: string; most: number },
): Promise<string[]> {
  const told = { kind: { in: ['confirmed', 'promoted'] }, createdAt: { gte: at } }
  const rows = await db().registration.findMany({
    where: {
      eventId,
      status: 'confirmed',
      registeredAt: { lt: at },
      ...(after && { id: { gt: after } }),
      ...(kind === 'still_coming' && { stillComingAt: null }),
      mails: { none: { OR: [{ onceKey: { startsWith: prefix } }, told] } },
    },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
