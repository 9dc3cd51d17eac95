import { type Language, sayMoment, saySpan } from '../dates'
import type { Fill } from '../mail/schema'
import { translator } from '../messages'
import type { MailFacts } from './schema'

/** What the placeholders in an event's own words stand for, in a mail about one registration. */
export function fillWords(facts: MailFacts, language: Language): Fill {
  const words = translator(language, 'mail.letters')
  const { event, claims, presence } = facts
  const place = claims.find(({ kind }) => kind === 'event')
  const until = facts.unverifiedUntil ?? claims.find(({ offeredUntil }) => offeredUntil)?.offeredUntil
  const venue = [event.venueName, event.venueAddress].filter(Boolean).join(', ')
  return {
    name: facts.name,
    event: event.title,
    when: saySpan(new Date(event.startsAt), new Date(event.endsAt), event.timezone, language),
    where: (presence !== 'remote' && venue.replaceAll('\n', ', ')) || words(`presences.${presence}`),
    position: String((place?.ahead ?? 0) + 1),
    ...(until && { until: sayMoment(new Date(until), event.timezone, language) }),
  }
}
