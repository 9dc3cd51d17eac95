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

// Longer than any event is remembered: organizers correct lists afterwards, too.
const longer = 20 * 365 * 86_400_000
