import { type Language, sayMoment, saySpan } from '../dates'
import type { Fill } from '../mail/schema'
import { translator } from '../messages'
import type { MailFacts } from './schema'

/** A mail to somebody who has no registration yet knows little more than the event. */
type KnownFacts = Pick<MailFacts, 'event' | 'name'> & Partial<MailFacts> & { until?: string }

/** What the placeholders in an event's own words stand for, in a mail about a registration. */
export function fillWords(facts: KnownFacts, language: Language): Fill {
  const words = translator(language, 'mail.letters')
  const { event, claims = [], presence = 'on_site' } = facts
  const place = claims.find(({ kind }) => kind === 'event')
  const offered = claims.find(({ offeredUntil }) => offeredUntil)
  const until = facts.until ?? facts.unverifiedUntil ?? offered?.offeredUntil
  const venue = [event.venueName, event.venueAddress].filter(Boolean).join(', ')
  return {
    name: facts.name,
    event: event.title,
    when: saySpan(new Date(event.startsAt), new Date(event.endsAt), event.timezone, language),
    where: (presence !== 'remote' && venue.replaceAll('\n', ', ')) || words('presences.remote'),
    position: String((place?.ahead ?? 0) + 1),
    ...(until && { until: sayMoment(new Date(until), event.timezone, language) }),
  }
}
