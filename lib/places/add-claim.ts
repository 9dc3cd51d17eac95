import 'server-only'
import type { Transaction } from '../db/client'
import type { Wish } from './schema'

/**
 * One more wish of somebody who is registered, by the same statement that registering uses: held, in line from
 * `queuedAt`, or resting where `isResting`. Needs `lockPools`; a full thing whose wish may not wait throws, so ask
 * `hasPlace` first.
 */
export async function addClaim(
  tx: Transaction,
  registration: { id: string; eventId: string },
  wish: Wish,
  { queuedAt, isResting }: { queuedAt: Date; isResting: boolean },
): Promise<void> {
  const { id, eventId } = registration
  const wishes = JSON.stringify([wish])
  if (isResting)
    await tx.$executeRaw`SELECT places_wish(${eventId}::uuid, ${id}::uuid, ${wishes}::jsonb, ${queuedAt}::timestamptz)`
  else
    await tx.$executeRaw`SELECT places_take(${eventId}::uuid, ${id}::uuid, ${wishes}::jsonb, ${queuedAt}::timestamptz)`
}
