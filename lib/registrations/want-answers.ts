import { type Answers, checkAnswers } from './check-answers'
import { openOffer, withClosed, withoutFixed } from './open-offer'
import { type FormValues, type Problems, readForm } from './read-form'
import type { Held } from './read-held'
import type { EventOffer } from './schema'

/** What somebody who is registered wants now, read from their form and compared with what the event offers. */
export function wantAnswers(
  offer: EventOffer,
  held: Held,
  posted: FormValues,
  now: Date,
): { ok: true; answers: Answers } | { ok: false; problems: Problems } {
  const read = readForm({ ...posted, email: [held.email] })
  if (!read.ok) return read
  const open = openOffer(offer, held)
  const checked = checkAnswers(open, withoutFixed(read.input, open, held, now), now)
  if (!checked.ok) return checked
  const { answers } = checked
  const problems = sharedProblems(held, answers)
  if (problems) return { ok: false, problems }
  return {
    ok: true,
    answers: { ...answers, wishes: withClosed(answers.wishes, offer, held, read.input.presence, now) },
  }
}

/** The same room for the same nights, in whatever order they were ticked. */
export const isSameStay = ({ stay }: Held, answers: Answers): boolean =>
  stay?.roomTypeId === answers.stay?.choice.roomType.id &&
  (stay?.nights ?? []).toSorted().join() === (answers.stay?.nights ?? []).join()

// Two people depend on it: who wants another room parts first, by a button of its own. Who wants none just goes.
const sharedProblems = (held: Held, answers: Answers): Problems | null =>
  held.isSharing && answers.stay && !isSameStay(held, answers) ? { nights: 'shared_room' } : null
