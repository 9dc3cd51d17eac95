import 'server-only'
import { againAfterDeadlock } from '../db/again-after-deadlock'
import { db, sql } from '../db/client'
import { lockPools } from '../places/lock-pools'
import type { RegisterOutcome } from './schema'

/**
 * Whoever acts for the same address under the event's lock waits for this one, and this one for the places: whom the
 * database ends asks for the places first, or could meet the other there again.
 */
export async function keepNew(eventId: string, row: string): Promise<RegisterOutcome> {
  const kept = async () => {
    const { rows } = await sql().query<{ outcome: RegisterOutcome }>({
      name: 'register',
      text: 'SELECT registrations_register($1, $2) AS outcome',
      values: [eventId, row],
    })
    return rows[0]!.outcome
  }
  const keptInTurn = () =>
    db().$transaction(async (tx) => {
      await lockPools(tx, eventId)
      const [made] = await tx.$queryRaw<{ outcome: RegisterOutcome }[]>`
        SELECT registrations_register(${eventId}::uuid, ${row}::jsonb) AS outcome`
      return made!.outcome
    })
  return await againAfterDeadlock(kept, keptInTurn)
}
