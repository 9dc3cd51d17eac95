import 'server-only'
import type { Transaction } from '../db/client'

/** A resting claim joins its line, behind everybody who stands in it. Needs `lockPools`. */
export async function waitAgain(tx: Transaction, claimId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE claim SET state = 'waiting', queued_at = GREATEST(queued_at,
        (SELECT max(other.queued_at) + interval '1 microsecond' FROM claim other WHERE other.event_id = claim.event_id AND other.state = 'waiting'))
     WHERE id = ${claimId}::uuid AND state = 'wished'`
}
