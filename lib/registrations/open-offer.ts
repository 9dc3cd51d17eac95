import { isActivityOpen, suitsPresence } from '../activities/rules'
import { hasPlace } from '../places/rules'
import type { PoolView } from '../places/schema'
import type { Answers } from './check-answers'
import { claimsToPassOn } from './inherit-places'
import type { Held } from './read-held'
import type { EventOffer, RegistrationInput } from './schema'

/**
 * The event as it is open to somebody who is in it: what they were let into asks for no code again, and a place of
 * their own counts as free for them.
 */
export function openOffer(offer: EventOffer, held: Held): EventOffer {
  const isTheirs = (id: string) => held.claims.some(({ subjectId }) => subjectId === id)
  const opened = freedOffer(offer, held)
  return {
    ...opened,
    activities: offer.activities.map((one) =>
      held.isInvited || isTheirs(one.id) ? { ...one, accessCode: null } : one,
    ),
    questions: offer.questions.map((one) =>
      held.isInvited || Object.hasOwn(held.answers, one.key) ? { ...one, accessCode: null } : one,
    ),
  }
}

/**
 * The event with everything free that somebody holds and may give up for whoever is asked now, also beyond a lowered
 * size.
 */
export function freedOffer(offer: EventOffer, held: Held): EventOffer {
  const mine = new Set(held.claims.flatMap(({ state, pools }) => (state === 'held' ? pools : [])))
  const { pools } = offer.event
  const without = (pool: PoolView) =>
    mine.has(pool.id) && !hasPlace(pool) ? { ...pool, taken: pool.size! - 1 } : pool
  const freed = {
    onSite: without(pools.onSite),
    remote: without(pools.remote),
    days: pools.days.map(without),
    byId: Object.fromEntries(Object.entries(pools.byId).map(([id, pool]) => [id, without(pool)])),
  }
  return { ...offer, event: { ...offer.event, accessCode: null, pools: freed } }
}

/** The event as it is open to whoever takes over what somebody passes on, though signing up for it may be over by now. */
export function passedOnOffer(offer: EventOffer, held: Held): EventOffer {
  const claims = claimsToPassOn(held)
  const isPassedOn = (id: string) => claims.some(({ subjectId }) => subjectId === id)
  const activities = offer.activities.map((one) => (isPassedOn(one.id) ? { ...one, closesAt: null } : one))
  return { ...freedOffer(offer, { ...held, claims }), activities }
}

/** What is theirs although signing up for it is over: the form does not ask about it any more. */
const closedOf = (offer: EventOffer, held: Held, now: Date) =>
  offer.activities.filter(
    (activity) =>
      !isActivityOpen(activity, now) && held.claims.some(({ subjectId }) => subjectId === activity.id),
  )

/** The posted answers without what cannot be changed: the address, an invitation, activities that are closed. */
export function withoutFixed(
  input: RegistrationInput,
  offer: EventOffer,
  held: Held,
  now: Date,
): RegistrationInput {
  const closed = closedOf(offer, held, now).map(({ key }) => key)
  return {
    ...input,
    email: held.email,
    // It is proven only where it is spent, which is when one registers.
    invitation: null,
    activities: input.activities.filter((key) => !closed.includes(key)),
  }
}

/** The wishes with what stays theirs although it cannot be asked for any more. */
export function withClosed(
  wishes: Answers['wishes'],
  offer: EventOffer,
  held: Held,
  presence: string,
  now: Date,
): Answers['wishes'] {
  const kept = closedOf(offer, held, now).filter((activity) => suitsPresence(activity, presence))
  const claims = held.claims.filter(({ subjectId }) => kept.some(({ id }) => id === subjectId))
  return [
    ...wishes,
    ...claims.map(({ kind, subjectId, pools }) => ({ kind, subjectId, pools, mayWait: true })),
  ]
}
