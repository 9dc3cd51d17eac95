import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { takeBackMail } from '../mail/take-back-mail'
import { beginByHand } from './begin-by-hand'
import type { AddRefusal, ByHand } from './by-hand-input'
import { checkAnswers } from './check-answers'
import { forcePlaces } from './force-places'
import { NothingHappened } from './nothing-happened'
import { openToOrganizers } from './open-to-organizers'
import { getMailFacts } from './queries'
import type { Problems } from './read-form'
import type { EventOffer, RegistrationInput } from './schema'
import { statementByHand } from './statement-by-hand'
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
  const statement = statementByHand(offer, checked.answers, how)
  const made = await beginByHand(tx, offer, { ...statement, actor })
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
