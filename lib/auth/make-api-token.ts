import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import { hashToken, newToken } from '../tokens'

/** A bearer token for a program of somebody's; it opens the door of one event until `endsAt`. Only its hash stays. */
export async function makeApiToken(
  tx: Transaction,
  { userId, eventId }: { userId: string; eventId: string },
  endsAt: Date,
): Promise<string> {
  const token = newToken()
  await tx.accessToken.create({
    data: {
      id: newId(),
      purpose: 'check_in_api',
      hash: hashToken(token),
      userId,
      eventId,
      expiresAt: endsAt,
    },
  })
  return token
}
