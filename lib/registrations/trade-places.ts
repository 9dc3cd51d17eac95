import 'server-only'
import { now as present } from '../clock'
import type { Language } from '../dates'
import type { Transaction } from '../db/client'
import { lockPools } from '../places/lock-pools'
import { checkAnswers } from './check-answers'
import { endRegistration } from './end-registration'
import type { TakeOverRefusal } from './own-refusals'
import { planClaims } from './plan-claims'
import type { Problems } from './read-form'
import { refusalFor } from './refusal-for'
import { statementFor } from './register'
import { changeState } from './rules'
import { sayFull } from './say-full'
import type { EventOffer, RegisterOutcome, RegistrationInput } from './schema'
import { spendLink } from './spend-link'

/** Undoes the transaction: the old registration stands as before, and the link can still be used. */
export class NothingHappened extends Error {
  constructor(
    readonly refusal: TakeOverRefusal,
    readonly problems?: Problems,
  ) {
    super('nothing happened')
  }
}

/** One registration ends and another begins in its places; throws `NothingHappened`. Needs `lockPools`. */
export async function tradePlaces(
  tx: Transaction,
  offer: EventOffer,
  input: RegistrationInput,
  { language, token }: { language: Language; token: string },
): Promise<RegisterOutcome> {
  const now = present()
  const eventId = offer.event.id
  const link = await spendLink(tx, 'transfer', token)
  if (link?.eventId !== eventId) throw new NothingHappened('link_over')
  const { registrationId } = link
  const old = await tx.registration.findUniqueOrThrow({ where: { id: registrationId } })
  const mayGo = offer.event.isTransferAllowed && changeState(offer.event, old, now) === 'open'
  if (!mayGo || old.status !== 'confirmed') throw new NothingHappened('link_over')
  const checked = checkAnswers(offer, { ...input, email: link.email, invitation: null }, now)
  if (!checked.ok) throw new NothingHappened('wrong_answers', checked.problems)
  const { answers } = checked
  const actor = { kind: 'attendee', id: registrationId } as const
  await endRegistration(tx, offer, registrationId, { reason: 'transferred', actor, mail: 'cancelled' })
  const pools = await lockPools(tx, eventId)
  const alone = { pools, isResting: false, isSameStay: false, mealOf: () => undefined }
  const { full } = planClaims([], answers.wishes, alone)
  if (full.some(({ kind }) => kind === 'event')) throw new NothingHappened('no_room_now')
  const presence = { before: old.presence, wanted: input.presence }
  if (full.length > 0) throw new NothingHappened('wrong_answers', sayFull(full, presence, offer))
  const row = JSON.stringify(statementFor(offer, answers, language, now))
  const [made] = await tx.$queryRaw<{ outcome: RegisterOutcome }[]>`
    SELECT registrations_register(${eventId}::uuid, ${row}::jsonb) AS outcome`.catch((error: unknown) => {
    const { refusal, problems } = refusalFor(offer, error)
    throw new NothingHappened(refusal === 'wrong_answers' ? refusal : 'no_room_now', problems)
  })
  const { outcome } = made!
  if (outcome.outcome === 'already_registered') throw new NothingHappened('already_registered')
  return outcome
}
