import 'server-only'
import { now as present } from '../clock'
import type { Language } from '../dates'
import { env } from '../env'
import { mayGoOn } from '../limits'
import { checkAnswers } from './check-answers'
import { findPublicInvitation } from './find-invitation'
import { keepNew } from './keep-new'
import { ownSubmission } from './own-submission'
import type { Problems } from './read-form'
import { refusalFor } from './refusal-for'
import { windowRefusal } from './rules'
import type { EventOffer, RegisterOutcome, RegisterRefusal, RegistrationInput } from './schema'
import { statementFor } from './statement-for'
import { tryCodes } from './try-codes'

type Refusal = RegisterRefusal | 'wrong_answers'
export type RegisterAnswer =
  | { ok: true; value: RegisterOutcome }
  | { ok: false; refusal: Refusal; problems?: Problems }

/**
 * Registers one person: polite gates first, then one statement (`registrations_register` in migration
 * `nobody_lands_on_an_event_that_was_called_off`, around `registrations_write`, last in
 * `the_same_request_twice_is_one_mail`) that keeps the facts, takes every place or a position in line,
 * writes history and queues the mail, all or nothing.
 * The same submission again answers as before; a known address learns what anybody would, its owner gets a mail.
 * Three round trips: the limit, the event (before), the statement; a fourth for who shows an invitation, and for a code
 * two, as its try counts before anybody looks at it.
 */
export async function register(
  offer: EventOffer,
  input: RegistrationInput,
  from: { language: Language; networkAddress: string },
): Promise<RegisterAnswer> {
  const now = present()
  const closed = windowRefusal(offer.event, input.presence, now)
  if (closed) return { ok: false, refusal: closed }
  const refusal = await doorRefusal(offer, input, from.networkAddress)
  if (refusal) return { ok: false, refusal }
  const checked = checkAnswers(offer, input, now)
  if (!checked.ok) return { ok: false, refusal: 'wrong_answers', problems: checked.problems }
  if (!(await mayGoOn('register', from.networkAddress, env().registerPerAddressPerMinute, 60)))
    return { ok: false, refusal: 'too_many_tries' }
  try {
    const row = JSON.stringify(statementFor(offer, checked.answers, from.language, now))
    return { ok: true, value: await keepNew(offer.event.id, row) }
  } catch (error) {
    return refusalFor(offer, error)
  }
}

/**
 * Who shows an invitation is asked for it first: whether an address is known may not depend on whether it is real.
 * Wrong codes are counted, so that nobody can try them all.
 */
async function doorRefusal(
  offer: EventOffer,
  input: RegistrationInput,
  networkAddress: string,
): Promise<RegisterRefusal | null> {
  if (input.invitation) {
    const found = await findPublicInvitation(offer.event.id, input.invitation)
    const isTheirs = found?.submissionId && found.submissionId === ownSubmission(input)
    return found?.state === 'open' || isTheirs ? null : 'invitation_spent'
  }
  const tried = await tryCodes(offer, input.accessCode, networkAddress)
  return tried === 'too_many_codes' ? tried : null
}
