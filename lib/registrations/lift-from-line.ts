import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import { findGuest } from '../hotels/queries'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { acceptOffered } from '../places/accept-offered'
import { forceClaim } from '../places/force-claim'
import { holdClaim } from '../places/hold-claim'
import { listWholeClaims } from '../places/queries'
import type { ClaimRef, WholeClaim } from '../places/schema'
import { ok, type Result, refused } from '../result'
import { tellOfPlace } from './promote'
import { getMailFacts } from './queries'
import type { EventOffer } from './schema'
import { sayMissed, settleWishes } from './settle-wishes'

export type LiftRefusal = 'unknown_registration' | 'not_waiting' | 'no_place_free' | 'event_over'
type Lift = { isForced: boolean; reason: string }

/**
 * An organizer takes somebody out of the lines they stand in, before those ahead: as far as places are free, or with a
 * reason beyond what is there, each by exactly one. What was only offered becomes theirs. With the event's place all
 * other wishes come to life. Needs `underLock`; history keeps who did it, what came and the reason.
 */
export async function liftFromLine(
  tx: Transaction,
  offer: EventOffer,
  { eventId, userId }: OrganizerKey,
  registrationId: string,
  { isForced, reason }: Lift,
): Promise<Result<{ beyond: number }, LiftRefusal>> {
  if (offer.event.status === 'cancelled' || now() >= offer.event.endsAt) return refused('event_over')
  const row = await tx.registration.findFirst({ where: { id: registrationId, eventId } })
  if (!row) return refused('unknown_registration')
  const isTheirTurn = row.status === 'confirmed' || row.status === 'waitlisted'
  const line = (await listWholeClaims(tx, registrationId)).filter(isOpen)
  if (!isTheirTurn || line.length === 0) return refused('not_waiting')
  const { came, beyond } = await take(tx, registrationId, line, isForced)
  if (came.length === 0) return refused('no_place_free')
  const isLetIn = came.some(({ kind }) => kind === 'event')
  const data = { version: { increment: 1 }, ...(isLetIn && { status: 'confirmed' as const }) }
  await tx.registration.update({ where: { id: registrationId }, data })
  const missed = isLetIn ? (await settleWishes(tx, offer, registrationId)).missed : []
  const { to, facts } = await getMailFacts(tx, registrationId, offer)
  const said = { ...facts, news: came, missed: sayMissed(missed, offer, to.language) }
  await queueMail(tx, { kind: 'promoted', eventId, registrationId, to, facts: said })
  const room = came.filter(({ kind }) => kind === 'stay')
  const guest = room.length > 0 ? await findGuest(tx, registrationId) : null
  const theirs = { eventId, kind: 'promoted', news: room } as const
  if (guest) await tellOfPlace(tx, { ...theirs, registrationId: guest }, offer)
  await recordHistory(tx, {
    eventId,
    actor: { kind: 'user', id: userId },
    act: 'lifted',
    subject: 'registration',
    subjectId: registrationId,
    facts: { what: came.map(({ kind }) => kind), ...(beyond > 0 && { placesBeyond: beyond, reason }) },
  })
  return ok({ beyond })
}

const isOpen = ({ state, isOffered }: WholeClaim): boolean => state === 'waiting' || isOffered

async function take(tx: Transaction, registrationId: string, line: WholeClaim[], isForced: boolean) {
  const came: ClaimRef[] = []
  let beyond = 0
  for (const { id, kind, subjectId, isOffered } of line) {
    if (isOffered && (await acceptOffered(tx, registrationId, { kind, subjectId }, now())) === 'over')
      continue
    if (!isOffered && isForced) beyond += await forceClaim(tx, id)
    else if (!isOffered && !(await holdClaim(tx, id))) continue
    came.push({ kind, subjectId })
  }
  return { came, beyond }
}
