import 'server-only'
import type { Transaction } from '../db/client'
import { newId } from '../ids'
import type { Act, ActorKind, FactValue } from './schema'

export type Actor = { kind: ActorKind; id: string | null }

export type Deed = {
  eventId: string | null
  actor: Actor
  act: Act
  subject: string
  subjectId: string | null
  facts?: Record<string, FactValue>
}

/** Writes who did what to which thing, in the transaction that does it. Facts hold no address, name or token. */
export async function recordHistory(tx: Transaction, deed: Deed): Promise<void> {
  await tx.historyEntry.create({
    data: {
      id: newId(),
      eventId: deed.eventId,
      actorKind: deed.actor.kind,
      actorId: deed.actor.id,
      act: deed.act,
      subject: deed.subject,
      subjectId: deed.subjectId,
      facts: deed.facts ?? {},
    },
  })
}
