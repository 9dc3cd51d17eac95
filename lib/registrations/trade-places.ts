import 'server-only'
import { now as present } from '../clock'
import type { Language } from '../dates'
import type { Transaction } from '../db/client'
import { handOnBooking } from '../hotels/hand-on-booking'
import { lockPools } from '../places/lock-pools'
import { passOnPlaces } from '../places/pass-on-places'
import { checkAnswers } from './check-answers'
import { endRegistration } from './end-registration'
import { inheritPlaces } from './inherit-places'
import { NothingHappened } from './nothing-happened'
import { passedOnOffer } from './open-offer'
import { planClaims } from './plan-claims'
import { lockHeld } from './read-held'
import { refusalFor } from './refusal-for'
import { mayTransfer } from './rules'
import { sayFull } from './say-full'
import type { EventOffer, RegisterOutcome, RegistrationInput } from './schema'
import { spendLink } from './spend-link'
import { statementFor } from './statement-for'

/**
 * One registration ends and another begins in its places, which are handed on: so they are not lost where the event
 * has become smaller, or the hotel has taken back its rooms. Throws `NothingHappened`. Needs `lockPools`.
 */
export async function tradePlaces(
  tx: Transaction,
  offer: EventOffer,
  input: RegistrationInput,
  { language, token }: { language: Language; token: string },
): Promise<RegisterOutcome> {
  const now = present()
  const { old, email } = await findLeaving(tx, offer, token, now)
  const checked = checkAnswers(passedOnOffer(offer, old), { ...input, email, invitation: null }, now)
  if (!checked.ok) throw new NothingHappened('wrong_answers', checked.problems)
  const pools = await lockPools(tx, offer.event.id)
  const { wishes, inherited } = inheritPlaces(old, checked.answers.wishes, pools)
  const { full } = planClaims([], wishes, {
    ...{ pools, isResting: false, isSameStay: false, mealOf: () => undefined },
  })
  if (full.some(({ kind }) => kind === 'event')) throw new NothingHappened('no_room_now')
  const presence = { before: old.presence, wanted: input.presence }
  if (full.length > 0) throw new NothingHappened('wrong_answers', sayFull(full, presence, offer))
  const outcome = await begin(tx, offer, statementFor(offer, { ...checked.answers, wishes }, language, now))
  const madeId = outcome.registrationId!
  const poolIds = inherited.flatMap((wish) => wish.pools)
  await passOnPlaces(tx, old.id, madeId, poolIds)
  if (inherited.some(({ kind }) => kind === 'stay')) await handOnBooking(tx, old.id, madeId)
  const actor = { kind: 'attendee', id: old.id } as const
  await endRegistration(tx, offer, old.id, { reason: 'transferred', actor, mail: 'cancelled' })
  return outcome
}

/** Whoever offered their place by this link, if they still can, and to whom. */
async function findLeaving(tx: Transaction, offer: EventOffer, token: string, now: Date) {
  const link = await spendLink(tx, 'transfer', token)
  if (link?.eventId !== offer.event.id) throw new NothingHappened('link_over')
  const old = await lockHeld(tx, link.registrationId)
  if (!mayTransfer(offer.event, old, now)) throw new NothingHappened('link_over')
  return { old, email: link.email }
}

async function begin(tx: Transaction, offer: EventOffer, statement: object): Promise<RegisterOutcome> {
  const row = JSON.stringify(statement)
  const [made] = await tx.$queryRaw<{ outcome: RegisterOutcome }[]>`
    SELECT registrations_register(${offer.event.id}::uuid, ${row}::jsonb) AS outcome`.catch(
    (error: unknown) => {
      const { refusal, problems } = refusalFor(offer, error)
      throw new NothingHappened(refusal === 'wrong_answers' ? refusal : 'no_room_now', problems)
    },
  )
  const { outcome } = made!
  if (outcome.outcome !== 'registered') throw new NothingHappened('already_registered')
  return outcome
}
