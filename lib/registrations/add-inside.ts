import 'server-only'
import { now } from '../clock'
import type { Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { queueMail } from '../mail/queue-mail'
import { takeBackMail } from '../mail/take-back-mail'
import { beginByHand } from './begin-by-hand'
import type { AddRefusal } from './by-hand-input'
import { checkAnswers } from './check-answers'
import { forcePlaces } from './force-places'
import { NothingHappened } from './nothing-happened'
import { openToImports, openToOrganizers } from './open-to-organizers'
import { getMailFacts } from './queries'
import type { EventOffer, RegistrationInput } from './schema'
import { type AddedHow, statementByHand } from './statement-by-hand'

/**
 * What `addByHand` does under its lock, and an import for each of its people, whose answer about photos may stay open.
 * Throws what refuses it, so that nothing of it stays.
 */
export async function addInside(
  tx: Transaction,
  offer: EventOffer,
  { eventId, userId }: OrganizerKey,
  input: RegistrationInput,
  how: AddedHow,
): Promise<{ id: string; beyond: number }> {
  if (offer.event.status === 'cancelled') throw new NothingHappened<AddRefusal>('event_cancelled')
  const open = how.source === 'import' ? openToImports(offer) : openToOrganizers(offer)
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
    act: how.source === 'import' ? 'imported' : 'added_by_hand',
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
