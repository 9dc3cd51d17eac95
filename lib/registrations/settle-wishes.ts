import 'server-only'
import type { Language } from '../dates'
import type { Transaction } from '../db/client'
import { dropMealChoice } from '../meals/drop-meal-choice'
import { dropClaims } from '../places/drop-claims'
import { listWholeClaims } from '../places/queries'
import type { ClaimRef } from '../places/schema'
import { settleClaims } from '../places/settle-claims'
import { claimLabels } from './rules'
import type { EventOffer } from './schema'

/**
 * Every resting wish of somebody takes what is free or joins its line. Where the event has no line, what is full is
 * given up, or they would hope for something that nobody keeps in mind; only a room stays a wish, which organizers can
 * still grant. Answers what they have to be told of; `isIn` is false, and nothing is given up, when the event's place
 * or the only activity is not theirs. Needs `lockPools`, and nobody in line whom a free place would fit.
 */
export async function settleWishes(
  tx: Transaction,
  { event }: EventOffer,
  registrationId: string,
): Promise<{ isIn: boolean; missed: ClaimRef[] }> {
  const mayWait = event.waiting !== 'off'
  const isSettled = await settleClaims(tx, registrationId, mayWait)
  if (!isSettled || mayWait) return { isIn: isSettled, missed: [] }
  const claims = await listWholeClaims(tx, registrationId)
  if (claims.every(({ state }) => state !== 'held')) return { isIn: false, missed: [] }
  const gone = claims.filter(({ kind, state }) => state === 'wished' && kind !== 'stay')
  await dropClaims(
    tx,
    gone.map(({ id }) => id),
  )
  for (const { kind, subjectId } of gone)
    if (kind === 'option') await dropMealChoice(tx, registrationId, subjectId)
  return { isIn: true, missed: gone.map(({ kind, subjectId }) => ({ kind, subjectId })) }
}

/** What was full, as a mail names it. */
export const sayMissed = (missed: ClaimRef[], offer: EventOffer, language: Language): string[] =>
  missed.flatMap(({ subjectId }) => claimLabels(offer, language, [])[subjectId] ?? [])
