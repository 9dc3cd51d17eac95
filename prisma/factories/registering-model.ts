import {
  type Claim,
  confirmHours,
  drop,
  hasLine,
  hold,
  isEnded,
  isFree,
  isStarted,
  lineOf,
  type Person,
  promote,
  settle,
  standing,
  tell,
  type Wish,
  type World,
} from './line-model'

/** What somebody fills in; empty `days` are all days. */
export type Form = {
  presence: 'on_site' | 'remote' | 'activity_only'
  days: string[]
  activities: string[]
  stay: { room: string; nights: string[] } | null
  meal: string | null
  note: string
}

export const allDays = ['day 1', 'day 2']
const hour = 3_600_000

export function register(world: World, email: string, submission: string, form: Form): string {
  if (isStarted(world)) return 'closed'
  if (isIncomplete(form)) return 'wrong_answers'
  const before = world.people.find((person) => person.submission === submission)
  if (before) return `repeated ${before.status}: ${standing(world, before)}`
  const known = world.people.find((person) => person.email === email && person.status !== 'cancelled')
  if (known) return registerAgain(world, known, form)
  const refusal = refusalOf(world, form)
  if (refusal) return refusal
  const person = enter(world, email, submission, form)
  tell(world, person, person.status)
  return `registered ${person.status}: ${standing(world, person)}`
}

/** Whoever asks learns what a stranger would; the owner of the address is told once. */
function registerAgain(world: World, known: Person, form: Form): string {
  const copy = structuredClone(world)
  const refusal = refusalOf(copy, form)
  if (refusal) return refusal
  const stranger = enter(copy, 'somebody else', '', form)
  if (!known.told.some((letter) => letter.startsWith('already_registered')))
    tell(world, known, 'already_registered')
  return `already_registered ${stranger.status}: ${standing(copy, stranger)}`
}

function enter(world: World, email: string, submission: string, form: Form): Person {
  const { isEmailConfirmed, isApprovalRequired } = world.rules
  const person: Person = {
    name: `${email} ${world.people.length}`,
    ...{ email, submission, reason: null, hasAnswered: false, told: [], ...factsOf(form) },
    status: isEmailConfirmed ? 'unverified' : isApprovalRequired ? 'pending_approval' : 'confirmed',
    unverifiedUntil: isEmailConfirmed ? world.now + confirmHours * hour : null,
    claims: wishesOf(form).map((wish) => claimOf(world, wish)),
  }
  world.people.push(person)
  if (!isApprovalRequired && !settle(world, person) && person.status === 'confirmed')
    person.status = 'waitlisted'
  return person
}

/** Without a line, whoever cannot have everything is told so at once; only a room may stay a wish. */
function refusalOf(world: World, form: Form): string | null {
  if (world.rules.isApprovalRequired) return null
  const full = wishesOf(form).filter(({ pools }) => !isFree(world, pools))
  if (full.some(({ kind }) => kind === 'event')) return hasLine(world) ? null : 'event_full'
  const isLost = ({ kind }: Wish) => kind === 'option' || (kind === 'activity' && !hasLine(world))
  return full.some(isLost) ? 'wrong_answers' : null
}

export function change(world: World, person: Person, form: Form): string {
  if (person.status === 'cancelled' || isEnded(world)) return 'over'
  if (isStarted(world)) return 'frozen'
  if (isIncomplete(form)) return 'wrong_answers'
  const before = fingerprint(person)
  const isResting = isStillResting(world, person)
  const wishes = wishesOf(form)
  const kept = (wish: Wish) => person.claims.find(({ thing }) => thing === wish.thing)
  if (wishes.some((wish) => isTooMuch(world, person, wish, isResting))) return 'wrong_answers'
  const leavesLine = isResting && person.claims.some(({ kind }) => kind === 'event')
  const given = person.claims.filter(({ thing }) => !wishes.some((wish) => wish.thing === thing))
  for (const wish of wishes) {
    const claim = kept(wish)
    if (claim) trade(world, claim, wish.pools)
    else {
      const added = claimOf(world, wish)
      person.claims.push(added)
      if (!isResting && !hold(world, added) && hasLine(world)) added.state = 'waiting'
    }
  }
  drop(world, person, given)
  if (leavesLine && given.some(({ kind }) => kind === 'event') && !needsApproval(world, person)) {
    if (person.status === 'waitlisted') person.status = 'confirmed'
    settle(world, person)
  }
  const stay = person.claims.find(({ kind }) => kind === 'stay')
  const hasCome = stay?.state === 'wished' && !isResting && hold(world, stay)
  Object.assign(person, factsOf(form))
  if (fingerprint(person) !== before) tell(world, person, 'changed')
  if (hasCome) tell(world, person, 'promoted', stay.thing)
  promote(world)
  return 'ok'
}

const needsApproval = ({ rules }: World, { status }: Person): boolean =>
  status === 'pending_approval' || (status === 'unverified' && rules.isApprovalRequired)

/** Nothing is taken for somebody who is not in, or has only been offered to be. */
const isStillResting = (world: World, person: Person): boolean =>
  needsApproval(world, person) ||
  person.claims.some(
    ({ kind, state, offeredUntil }) => kind === 'event' && (state !== 'held' || offeredUntil !== null),
  )

/** Full, and neither a line nor a wish would be right: nobody gives up something for less. */
function isTooMuch(world: World, { claims }: Person, wish: Wish, isResting: boolean): boolean {
  const claim = claims.find(({ thing }) => thing === wish.thing)
  const fresh = wish.pools.filter((name) => !claim?.pools.includes(name))
  if (isFree(world, fresh)) return false
  if (claim) return claim.state === 'held'
  if (isResting) return false
  if (wish.kind === 'activity') return !hasLine(world)
  return wish.kind !== 'stay' || claims.some(({ kind, state }) => kind === 'stay' && state === 'held')
}

function trade(world: World, claim: Claim, pools: string[]): void {
  if (claim.state === 'held') {
    for (const name of pools) if (!claim.pools.includes(name)) world.pools[name]!.taken++
    for (const name of claim.pools) if (!pools.includes(name)) world.pools[name]!.taken--
  }
  claim.pools = pools
}

const claimOf = (world: World, wish: Wish): Claim => ({
  ...wish,
  state: 'wished',
  queuedAt: Math.max(world.now, ...lineOf(world).map(({ claim }) => claim.queuedAt + 0.001)),
  offeredUntil: null,
})

const isIncomplete = ({ presence, activities }: Form): boolean =>
  presence === 'activity_only' && !activities.includes('walk')

const factsOf = ({ presence, days, note }: Form) => ({
  presence,
  note,
  days: allDays.filter((day) => days.length === 0 || days.includes(day)),
})

const fingerprint = ({ presence, days, note, claims }: Person): string =>
  JSON.stringify([
    ...[presence, days, note],
    claims
      .filter(({ kind }) => kind !== 'event')
      .map(({ thing, pools }) => `${thing} ${pools.toSorted()}`)
      .toSorted(),
  ])

function wishesOf(form: Form): Wish[] {
  const { presence } = form
  const isOnSite = presence === 'on_site'
  const wishes: Wish[] = []
  if (isOnSite) wishes.push({ thing: 'event', kind: 'event', pools: ['hall', ...factsOf(form).days] })
  if (presence === 'remote') wishes.push({ thing: 'event', kind: 'event', pools: ['remote'] })
  for (const thing of form.activities)
    if (thing === 'walk' || isOnSite) wishes.push({ thing, kind: 'activity', pools: [thing] })
  if (isOnSite && form.stay) {
    const { room, nights } = form.stay
    wishes.push({ thing: room, kind: 'stay', pools: nights.map((night) => `${room} ${night}`) })
  }
  if (isOnSite && form.meal) wishes.push({ thing: form.meal, kind: 'option', pools: [form.meal] })
  return wishes
}
