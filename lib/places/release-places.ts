import 'server-only'
import type { Transaction } from '../db/client'
import { dropClaims } from './drop-claims'

/** Gives back everything one registration holds and leaves every line; needs `lockPools`. */
export async function releasePlaces(tx: Transaction, registrationId: string): Promise<void> {
  const claims = await tx.claim.findMany({ where: { registrationId }, select: { id: true } })
  await dropClaims(
    tx,
    claims.map(({ id }) => id),
  )
}
