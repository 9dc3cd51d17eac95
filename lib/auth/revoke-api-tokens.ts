import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'

/** Whatever somebody's programs held for an event opens nothing any more, even if the person comes back. */
export async function revokeApiTokens(
  tx: Transaction,
  { userId, eventId }: { userId: string; eventId: string },
): Promise<void> {
  await tx.accessToken.updateMany({ where: { userId, eventId, revokedAt: null }, data: { revokedAt: now() } })
}
