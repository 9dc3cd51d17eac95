import { drop, isEnded, type Person, promote, settle, tell, type World } from './line-model'

/** They say that the address is theirs. */
export function confirm(world: World, person: Person): string {
  const isOpen = person.status === 'unverified' && person.unverifiedUntil! > world.now
  if (!isOpen) {
    const isOver = person.status === 'unverified' || (person.status === 'cancelled' && !person.hasAnswered)
    return isOver ? 'too_late' : `before ${person.status}`
  }
  Object.assign(person, { hasAnswered: true, unverifiedUntil: null, status: 'confirmed' })
  const isWaiting = person.claims.some(({ kind, state }) => kind === 'event' && state === 'waiting')
  if (world.rules.isApprovalRequired) person.status = 'pending_approval'
  else if (isWaiting) person.status = 'waitlisted'
  const { status } = person
  tell(world, person, status)
  promote(world)
  return `now ${status}`
}

export function approve(world: World, person: Person): string {
  if (person.status === 'confirmed' || person.status === 'waitlisted') return 'before'
  if (person.status !== 'pending_approval') return 'not_pending'
  if (isEnded(world)) return 'event_over'
  const isIn = settle(world, person)
  if (!isIn && world.rules.waiting === 'off') return 'event_full'
  person.status = isIn ? 'confirmed' : 'waitlisted'
  tell(world, person, person.status)
  promote(world)
  return 'now'
}

export function refuse(world: World, person: Person): string {
  if (person.status === 'cancelled') return 'before'
  if (person.status !== 'pending_approval') return 'not_pending'
  end(world, person, 'declined', 'declined')
  promote(world)
  return 'now'
}

export function accept(world: World, person: Person, thing: string): string {
  const claim = person.claims.find((one) => one.thing === thing && one.state === 'held')
  if (!claim) return 'offer_over'
  if (claim.offeredUntil === null) return 'before'
  if (claim.offeredUntil <= world.now) return 'offer_over'
  claim.offeredUntil = null
  if (claim.kind === 'event') {
    person.status = 'confirmed'
    settle(world, person)
  }
  tell(world, person, 'confirmed', thing)
  promote(world)
  return 'now'
}

export function decline(world: World, person: Person, thing: string): string {
  if (isEnded(world)) return 'event_over'
  const done = giveBack(world, person, thing, { reason: 'declined', letter: 'cancelled' })
  promote(world)
  return done ?? 'before'
}

export function cancel(world: World, person: Person): string {
  if (isEnded(world)) return 'event_over'
  if (person.status === 'cancelled') return 'before'
  end(world, person, 'person', 'cancelled')
  promote(world)
  return 'now'
}

/** Whoever is forgotten holds nothing, and no letter to them is left. */
export function erase(world: World, person: Person): string {
  end(world, person, 'erased', null)
  Object.assign(person, { reason: 'erased', email: null, submission: null, days: [], note: '', told: [] })
  promote(world)
  return 'ok'
}

export function resize(world: World, pool: string, size: number | null): void {
  world.pools[pool]!.size = size
  promote(world)
}

/** What nobody answered in time goes to the next in line. */
export function sweep(world: World): void {
  const isDue = (at: number | null) => at !== null && at <= world.now
  const late = world.people.filter(
    ({ status, unverifiedUntil }) => status === 'unverified' && isDue(unverifiedUntil),
  )
  const offers = world.people.flatMap((person) =>
    person.claims
      .filter(({ offeredUntil }) => isDue(offeredUntil))
      .toSorted((a, b) => Number(b.kind === 'event') - Number(a.kind === 'event'))
      .map(({ thing }) => ({ person, thing })),
  )
  if (late.length + offers.length === 0) return
  for (const person of late) end(world, person, 'expired', 'expired')
  for (const { person, thing } of offers) {
    const done = giveBack(world, person, thing, { reason: 'expired', letter: 'offer_expired' })
    if (done === 'given_back') tell(world, person, 'offer_expired', thing)
  }
  promote(world)
}

/** Ends everything without the event's place or the only thing; null when they have no such thing. */
function giveBack(
  world: World,
  person: Person,
  thing: string,
  ending: { reason: string; letter: string },
): 'given_back' | 'ended' | null {
  const claim = person.claims.find((one) => one.thing === thing)
  if (!claim) return null
  if (claim.kind === 'event' || person.claims.length === 1) {
    end(world, person, ending.reason, ending.letter)
    return 'ended'
  }
  drop(world, person, [claim])
  return 'given_back'
}

function end(world: World, person: Person, reason: string, letter: string | null): void {
  if (person.status === 'cancelled') return
  const held = person.claims
  drop(world, person, held)
  Object.assign(person, { status: 'cancelled', reason })
  if (letter) person.told.push(letter)
}
