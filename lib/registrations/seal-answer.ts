import { seal, unseal } from '../tokens'
import type { RegisterOutcome, Standing } from './schema'

/** How somebody stands, for the address of the answer page: nobody can make one up, and it names nobody. */
export function sealAnswer(eventId: string, { status, claims }: RegisterOutcome): string {
  return seal('registered', JSON.stringify({ eventId, status, claims }))
}

/** What `sealAnswer` hid for this event; null for anything else. */
export function unsealAnswer(eventId: string, sealed: string): Omit<Standing, 'registrationId'> | null {
  const text = unseal('registered', sealed)
  if (!text) return null
  const answer = JSON.parse(text) as Omit<Standing, 'registrationId'> & { eventId: string }
  return answer.eventId === eventId ? answer : null
}
