import 'server-only'
import type { Language } from '../dates'
import { db } from '../db/client'
import { env } from '../env'
import { mayGoOn } from '../limits'
import { listClaims } from '../places/queries'
import { hashToken } from '../tokens'
import { NothingHappened } from './nothing-happened'
import type { TakeOverRefusal } from './own-refusals'
import { ownSubmission } from './own-submission'
import { getOfferFor } from './queries'
import type { Problems } from './read-form'
import type { EventOffer, RegisterOutcome, RegistrationInput } from './schema'
import { tradePlaces } from './trade-places'
import { tryCodes } from './try-codes'
import { underLock } from './under-lock'

export type TakeOverAnswer =
  | { ok: true; value: RegisterOutcome }
  | { ok: false; refusal: TakeOverRefusal; problems?: Problems }

type From = { language: Language; networkAddress: string; token: string }

/**
 * Registers the one to whom a place was offered, in the place of the one who offered it: under one lock the old
 * registration ends and the new one takes what it wants of the freed places before the line does. Without the
 * event's own place for the new one nothing happens at all. The link acts once; the same submission again answers
 * as before. Their mailbox is proven by the link, so no address, event's code or approval is asked for; what other codes
 * open still asks for those.
 */
export async function takeOver(
  eventId: string,
  input: RegistrationInput,
  from: From,
): Promise<TakeOverAnswer> {
  if (!(await mayGoOn('register', from.networkAddress, env().registerPerAddressPerMinute, 60)))
    return { ok: false, refusal: 'too_many_tries' }
  const code = input.accessCode
  if (
    code &&
    (await tryCodes(await getOfferFor({ eventId }), code, from.networkAddress)) === 'too_many_codes'
  )
    return { ok: false, refusal: 'too_many_codes' }
  try {
    const value = await underLock(eventId, (tx, offer) => tradePlaces(tx, openedBy(offer), input, from))
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof NothingHappened)) throw error
    const before = error.refusal === 'link_over' ? await findRepeated(eventId, input, from) : null
    if (before) return { ok: true, value: before }
    return { ok: false, refusal: error.refusal, ...(error.problems && { problems: error.problems }) }
  }
}

const openedBy = (offer: EventOffer): EventOffer => ({
  ...offer,
  event: { ...offer.event, accessCode: null, isEmailConfirmed: false, isApprovalRequired: false },
})

/** What this very form and link already made: the answer was lost on the way, and asked for again. */
async function findRepeated(
  eventId: string,
  { submissionId }: RegistrationInput,
  { token }: From,
): Promise<RegisterOutcome | null> {
  if (!submissionId) return null
  const spent = await db().registrationToken.findFirst({
    where: { hash: hashToken(token), eventId, purpose: 'transfer', usedAt: { not: null } },
  })
  const own = spent && ownSubmission({ submissionId, email: spent.email })
  const row = own && (await db().registration.findFirst({ where: { eventId, submissionId: own } }))
  if (!row || row.emailNormalized !== spent.email.toLowerCase()) return null
  const claims = await listClaims(db(), row.id)
  return {
    registrationId: row.id,
    status: row.status,
    unverifiedUntil: null,
    claims,
    outcome: 'repeated',
  }
}
