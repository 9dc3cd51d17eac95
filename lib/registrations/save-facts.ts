import 'server-only'
import type { Transaction } from '../db/client'
import { saveStay } from '../hotels/save-stay'
import { saveAllergies } from '../meals/save-allergies'
import { saveMeals } from '../meals/save-meals'
import { saveAnswers } from '../questions/save-answers'
import type { Answers } from './check-answers'
import type { Held } from './read-held'
import { photoOf } from './rules'
import { saveConsents } from './save-consents'
import type { EventOffer } from './schema'

/** Writes what somebody answers now over what they answered before; the address is changed elsewhere. */
export async function saveFacts(
  tx: Transaction,
  held: Held,
  offer: EventOffer,
  answers: Answers,
): Promise<void> {
  const { input } = answers
  const isOnSite = input.presence === 'on_site'
  await tx.registration.update({
    where: { id: held.id },
    data: {
      name: input.name,
      organization: input.organization,
      legalName: isOnSite && offer.event.isLegalNameRequired ? input.legalName : null,
      presence: input.presence,
      days: answers.days.map((day) => new Date(day)),
      diet: isOnSite ? input.diet : [],
      photo: photoOf(answers),
      accessibility: input.accessibility,
      isListed: input.listed,
      isStayUndecided: answers.isStayUndecided,
    },
  })
  const stay = answers.stay && {
    roomTypeId: answers.stay.choice.roomType.id,
    nights: answers.stay.nights,
    roommate: answers.stay.roommate,
  }
  await saveMeals(tx, held, answers.meals)
  await saveStay(tx, held, stay)
  await saveAllergies(tx, held, answers.allergies)
  await saveAnswers(tx, held, answers.answers)
  await saveConsents(tx, held, offer.event.privacyVersion, {
    allergies: answers.allergies !== null,
    accessibility: input.accessibility !== null,
    listed: input.listed,
    ...(offer.event.codeOfConductUrl && { code_of_conduct: true }),
  })
}
