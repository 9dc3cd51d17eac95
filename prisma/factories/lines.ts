import { db } from '@/lib/db/client'
import type { AttendeeKey, OrganizerKey } from '@/lib/keys'
import { lockPools } from '@/lib/places/lock-pools'
import { resizePool } from '@/lib/places/resize-pool'
import { promoteWaiting } from '@/lib/registrations/promote'

/** The key of somebody who holds a registration. */
export const keyOf = (registration: { id: string; eventId: string }): AttendeeKey =>
  ({ registrationId: registration.id, eventId: registration.eventId }) as AttendeeKey

/** The key of one of an event's organizers. */
export const organizerOf = (event: { id: string }, userId: string): OrganizerKey =>
  ({ eventId: event.id, userId, role: 'organizer' }) as OrganizerKey

/** Gives a limited thing another size as organizers do: whoever is first in line has what is free. */
export async function resizeTo(poolId: string, size: number | null): Promise<string[]> {
  const { eventId } = await db().pool.findUniqueOrThrow({ where: { id: poolId } })
  return await db().$transaction(async (tx) => {
    await lockPools(tx, eventId)
    await resizePool(tx, poolId, size)
    return await promoteWaiting(tx, eventId)
  })
}

/** How one registration stands, each of its claims in a word: `waiting`, `held`, `offered`… */
export async function standingOf({ id }: { id: string }) {
  const { status, cancelReason } = await db().registration.findUniqueOrThrow({ where: { id } })
  const claims = await db().claim.findMany({ where: { registrationId: id } })
  const words = claims.map(({ kind, state, offeredUntil }) => [kind, offeredUntil ? 'offered' : state])
  return { status, cancelReason, ...Object.fromEntries(words) } as Record<string, string | null>
}

/** The mails of one registration by their kind, in the order they were promised. */
export async function mailKindsTo({ id }: { id: string }): Promise<string[]> {
  const mails = await db().outboxMail.findMany({ where: { registrationId: id }, orderBy: { id: 'asc' } })
  return mails.map(({ kind }) => kind)
}

/** What history says of one registration, in order. */
export async function historyOf({ id }: { id: string }) {
  const rows = await db().historyEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  return rows.map(({ act, actorKind, facts }) => ({ act, actorKind, facts }))
}

/** Moves the end of every offer of an event, and of the time to confirm an address. */
export async function endTimes({ id: eventId }: { id: string }, at: Date): Promise<void> {
  await db().claim.updateMany({
    where: { eventId, offeredUntil: { not: null } },
    data: { offeredUntil: at },
  })
  await db().registration.updateMany({
    where: { eventId, status: 'unverified' },
    data: { unverifiedUntil: at },
  })
}
