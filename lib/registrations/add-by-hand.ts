import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { takeBackMail } from '../mail/take-back-mail'
import type { AddRefusal, ByHand } from './by-hand-input'
import { type Answers, checkAnswers } from './check-answers'
import { forcePlaces } from './force-places'
import { NothingHappened } from './nothing-happened'
import { openToOrganizers } from './open-to-organizers'
import { getMailFacts } from './queries'
import type { Problems } from './read-form'
import { refusalFor } from './refusal-for'
import type { EventOffer, RegisterOutcome, RegistrationInput } from './schema'
import { statementFor } from './statement-for'
import { underLock } from './under-lock'

export type AddAnswer =
  | { ok: true; value: { id: string; beyond: number } }
  | { ok: false; refusal: AddRefusal; problems?: Problems }

/**
 * An organizer fills in the form for somebody, who is in at once: no window, code, approval or click in a mailbox stands
 * in the way. Places are respected, or with a reason given beyond what is there, each by exactly one (`forcePlaces`).
 * History keeps how the person agreed, and the reason. Refused for an address that is registered: nothing happens then.
 */
export async function addByHand(
  key: OrganizerKey,
  input: RegistrationInput,
  how: ByHand,
): Promise<AddAnswer> {
  if (how.isForced && how.reason === '') return { ok: false, refusal: 'reason_missing' }
  try {
    const value = await underLock(key.eventId, (tx, offer) => add(tx, offer, key, input, how))
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof NothingHappened)) throw error
    return { ok: false, refusal: error.refusal as AddRefusal, problems: error.problems }
  }
}

async function add(
  tx: Transaction,
  offer: EventOffer,
  { eventId, userId }: OrganizerKey,
  input: RegistrationInput,
  how: ByHand,
) {
  if (offer.event.status === 'cancelled') throw new NothingHappened<AddRefusal>('event_cancelled')
  const open = openToOrganizers(offer)
  const checked = checkAnswers(open, { ...input, accessCode: null, invitation: null }, now())
  if (!checked.ok) throw new NothingHappened('wrong_answers', checked.problems)
  const actor = { kind: 'user', id: userId } as const
  const statement = byHand(offer, checked.answers, how)
  const made = await begin(tx, offer, { ...statement, actor })
  if (made.outcome === 'repeated') return { id: made.registrationId!, beyond: 0 }
  if (made.outcome !== 'registered') throw new NothingHappened('already_registered')
  const { id } = statement.registration
  await takeBackMail(tx, statement.mail.id)
  const beyond = how.isForced ? await forcePlaces(tx, id) : 0
  await recordHistory(tx, {
    eventId,
    actor,
    act: 'added_by_hand',
    subject: 'registration',
    subjectId: id,
    facts: {
      consents: how.agreed,
      isTold: how.isTold,
      ...(beyond > 0 && { placesBeyond: beyond, reason: how.reason }),
    },
  })
  if (how.isTold) {
    const { to, facts } = await getMailFacts(tx, id, offer)
    await queueMail(tx, { kind: facts.status, eventId, registrationId: id, to, facts })
  }
  return { id, beyond }
}

/** The statement of the form, but in at once, and with the consents as they were given on paper or not at all. */
function byHand(offer: EventOffer, answers: Answers, { language, agreed, isForced }: ByHand) {
  const wishes = answers.wishes.map((wish) => ({ ...wish, mayWait: wish.mayWait || isForced }))
  const statement = statementFor(offer, { ...answers, wishes }, language, now())
  const consents = statement.consents.map((consent) =>
    consent.kind === 'code_of_conduct' ? { ...consent, isGiven: agreed === 'on_paper' } : consent,
  )
  const { registration } = statement
  return {
    ...statement,
    consents,
    isResting: false,
    invitationHash: null,
    registration: {
      ...registration,
      status: 'confirmed',
      unverifiedUntil: null,
      source: 'organizer',
    },
  }
}

async function begin(tx: Transaction, offer: EventOffer, statement: object): Promise<RegisterOutcome> {
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
