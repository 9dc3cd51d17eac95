import 'server-only'
import type { Transaction } from '../db/client'
import type { AddRefusal } from './by-hand-input'
import { NothingHappened } from './nothing-happened'
import { refusalFor } from './refusal-for'
import type { EventOffer, RegisterOutcome } from './schema'

/** Registers by the statement that everybody registers by; what the database refuses undoes all of it. */
export async function beginByHand(
  tx: Transaction,
  offer: EventOffer,
  statement: object,
): Promise<RegisterOutcome> {
  const row = JSON.stringify(statement)
  const [made] = await tx.$queryRaw<{ outcome: RegisterOutcome }[]>`
    SELECT registrations_register(${offer.event.id}::uuid, ${row}::jsonb) AS outcome`.catch(
    (error: unknown) => {
      const { refusal, problems } = refusalFor(offer, error)
      throw new NothingHappened<AddRefusal>(refusal === 'wrong_answers' ? refusal : 'event_full', problems)
    },
  )
  return made!.outcome
}
