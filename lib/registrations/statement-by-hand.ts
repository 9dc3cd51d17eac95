import { now } from '../clock'
import type { ByHand } from './by-hand-input'
import type { Answers } from './check-answers'
import type { EventOffer } from './schema'
import { statementFor } from './statement-for'

export type AddedHow = ByHand & { source: 'organizer' | 'import' | 'walk_in' }

/** The statement of the form, but in at once, and with the consents as they were given on paper or not at all. */
export function statementByHand(
  offer: EventOffer,
  answers: Answers,
  { language, agreed, isForced, source }: AddedHow,
) {
  const wishes = answers.wishes.map((wish) => ({ ...wish, mayWait: wish.mayWait || isForced }))
  const statement = statementFor(offer, { ...answers, wishes }, language, now())
  const consents = statement.consents.map((consent) =>
    onPaper.includes(consent.kind) ? { ...consent, isGiven: agreed === 'on_paper' } : consent,
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
      source,
    },
  }
}

// What nobody ticks for somebody else.
const onPaper = ['code_of_conduct', 'accessibility']
