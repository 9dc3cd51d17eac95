import 'server-only'
import type { Language } from '../dates'
import { newCode, newId } from '../ids'
import { derivedToken, hashToken } from '../tokens'
import type { Answers } from './check-answers'
import { ownSubmission } from './own-submission'
import { firstStatus, mailFactsFor, photoOf } from './rules'
import type { EventOffer } from './schema'

/** What `registrations_register` is told of one person, who starts as the event's own rules say. */
export function statementFor(offer: EventOffer, answers: Answers, language: Language, now: Date) {
  const { input } = answers
  const id = newId()
  const code = newCode()
  return {
    registration: {
      id,
      code,
      status: firstStatus(offer.event),
      unverifiedUntil: offer.event.isEmailConfirmed ? hoursAfter(now, offer.event.confirmHours) : null,
      isStayUndecided: answers.isStayUndecided,
      name: input.name,
      email: input.email,
      emailNormalized: input.email.toLowerCase(),
      organization: input.organization,
      legalName: offer.event.isLegalNameRequired && input.presence === 'on_site' ? input.legalName : null,
      presence: input.presence,
      days: answers.days,
      diet: input.diet,
      photo: photoOf(answers),
      accessibility: input.accessibility,
      isListed: input.listed,
      language,
      source: 'form',
      submissionId: ownSubmission(input),
      manageTokenHash: hashToken(derivedToken('manage', id, 1)),
      registeredAt: now.toISOString(),
    },
    isResting: offer.event.isApprovalRequired,
    wishes: answers.wishes.map((wish) => ({ id: newId(), ...wish })),
    meals: answers.meals,
    allergies: answers.allergies,
    stays: answers.stay
      ? [
          {
            roomTypeId: answers.stay.choice.roomType.id,
            nights: answers.stay.nights,
            roommate: answers.stay.roommate,
          },
        ]
      : [],
    answers: answers.answers,
    consents: consentsOf(offer, answers),
    invitationHash: input.invitation && hashToken(input.invitation),
    actor: { kind: 'attendee', id },
    historyId: newId(),
    mail: { id: newId(), facts: mailFactsFor(offer, answers, { registrationId: id, code, language }) },
  }
}

const hoursAfter = (at: Date, hours: number): string =>
  new Date(at.getTime() + hours * 3_600_000).toISOString()

function consentsOf({ event }: EventOffer, { input, allergies }: Answers) {
  const given = [
    ...(event.codeOfConductUrl ? ['code_of_conduct'] : []),
    ...(allergies ? ['allergies'] : []),
    // Whoever writes there agrees, as it says beside the box.
    ...(input.accessibility ? ['accessibility'] : []),
  ]
  const asked = [...given, 'listed']
  const isGiven = (kind: string) => (kind === 'listed' ? input.listed : true)
  return asked.map((kind) => ({
    id: newId(),
    kind,
    textVersion: event.privacyVersion,
    isGiven: isGiven(kind),
  }))
}
