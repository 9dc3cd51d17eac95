import type { EventOffer } from './schema'

/**
 * An event as organizers fill in its form for somebody: no code is asked, signing up for an activity is never over, and
 * nobody agrees to anything in somebody else's name; how people agreed is noted apart.
 */
export const openToOrganizers = (offer: EventOffer): EventOffer => ({
  ...offer,
  event: { ...offer.event, accessCode: null, codeOfConductUrl: null },
  activities: offer.activities.map((one) => ({
    ...one,
    accessCode: null,
    closesAt: new Date(one.startsAt.getTime() + longer),
  })),
  questions: offer.questions.map((one) => ({ ...one, accessCode: null })),
})

/** The same for a list from elsewhere: what it cannot know about photos and the organizers' questions is asked later. */
export const openToImports = (offer: EventOffer): EventOffer => {
  const open = openToOrganizers(offer)
  const questions = open.questions.map((one) => ({ ...one, isRequired: false }))
  return { ...open, questions, isPhotoOpen: true }
}

/** The same at the door: the line is long, so only what stands in the short form is asked; about photos it is asked there. */
export const openToDoor = (offer: EventOffer): EventOffer => {
  const { questions, ...open } = openToOrganizers(offer)
  return { ...open, questions: questions.map((one) => ({ ...one, isRequired: false })) }
}

// Longer than any event is remembered: organizers correct lists afterwards, too.
const longer = 20 * 365 * 86_400_000
