import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { type Actor, recordHistory } from '../history/record'
import { queueMail } from '../mail/queue-mail'
import { takeBackMail } from '../mail/take-back-mail'
import { beginByHand } from './begin-by-hand'
import type { AddRefusal } from './by-hand-input'
import { checkAnswers } from './check-answers'
import { forcePlaces } from './force-places'
import { NothingHappened } from './nothing-happened'
import { openToDoor, openToImports, openToOrganizers } from './open-to-organizers'
import { getMailFacts } from './queries'
import type { EventOffer, RegistrationInput } from './schema'
import { type AddedHow, statementByHand } from './statement-by-hand'

/**
 * What `addByHand` does under its lock, an import for each of its people, and the door for whoever comes unannounced.
 * Throws what refuses it, so that nothing of it stays. The same submission again answers with whom it made.
 */
export async function addInside(
  tx: Transaction,
  offer: EventOffer,
  actor: Actor,
  input: RegistrationInput,
  how: AddedHow,
): Promise<{ id: string; beyond: number }> {
  if (offer.event.status === 'cancelled') throw new NothingHappened<AddRefusal>('event_cancelled')
  const eventId = offer.event.id
  const open = opened[how.source](offer)
  const checked = checkAnswers(open, { ...input, accessCode: null, invitation: null }, now())
  if (!checked.ok) throw new NothingHappened('wrong_answers', checked.problems)
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
    act: acts[how.source],
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

const opened = { organizer: openToOrganizers, import: openToImports, walk_in: openToDoor } as const
const acts = { organizer: 'added_by_hand', import: 'imported', walk_in: 'walked_in' } as const
