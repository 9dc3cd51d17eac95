/**
 * What an event promises about its places, in memory and in plain words, for tests that compare it with the real
 * thing. Written from the product's rules; nothing here knows the database. Instants are milliseconds.
 */
export type World = {
  rules: Rules
  now: number
  startsAt: number
  endsAt: number
  pools: Record<string, { size: number | null; taken: number }>
  people: Person[]
}
export type Rules = {
  waiting: 'auto' | 'offer' | 'off'
  isEmailConfirmed: boolean
  isApprovalRequired: boolean
}
export type Status = 'unverified' | 'pending_approval' | 'confirmed' | 'waitlisted' | 'cancelled'
export type Person = {
  name: string
  /** Null once they are forgotten. */
  email: string | null
  submission: string | null
  status: Status
  reason: string | null
  unverifiedUntil: number | null
  hasAnswered: boolean
  presence: string
  days: string[]
  note: string
  claims: Claim[]
  told: string[]
}
export type Wish = { thing: string; kind: 'event' | 'activity' | 'stay' | 'option'; pools: string[] }
export type Claim = Wish & {
  state: 'wished' | 'waiting' | 'held'
  queuedAt: number
  offeredUntil: number | null
}

export const confirmHours = 24
export const offerHours = 5
const hour = 3_600_000

export const isStarted = ({ now, startsAt }: World): boolean => now >= startsAt
export const isEnded = ({ now, endsAt }: World): boolean => now >= endsAt
export const hasLine = ({ rules }: World): boolean => rules.waiting !== 'off'
export const isFree = ({ pools }: World, names: string[]): boolean =>
  names.every((name) => (pools[name]!.size ?? Number.POSITIVE_INFINITY) > pools[name]!.taken)

export function hold(world: World, claim: Claim, offeredUntil: number | null = null): boolean {
  if (!isFree(world, claim.pools)) return false
  for (const name of claim.pools) world.pools[name]!.taken++
  Object.assign(claim, { state: 'held', offeredUntil })
  return true
}

export function drop(world: World, person: Person, claims: Claim[]): void {
  for (const claim of claims)
    if (claim.state === 'held') for (const name of claim.pools) world.pools[name]!.taken--
  person.claims = person.claims.filter((claim) => !claims.includes(claim))
}

/**
 * The event's place first; the rest only with it. What is full waits where there is a line; where there is none it is
 * given up, but for a room, which stays a wish. True when they are in.
 */
export function settle(world: World, person: Person): boolean {
  const resting = person.claims.filter(({ state }) => state === 'wished')
  for (const claim of resting.toSorted((a, b) => Number(b.kind === 'event') - Number(a.kind === 'event'))) {
    const isHeld = hold(world, claim)
    if (!isHeld && hasLine(world)) claim.state = 'waiting'
    if (!isHeld && claim.kind === 'event') return false
  }
  if (hasLine(world)) return true
  if (person.claims.every(({ state }) => state !== 'held')) return false
  person.claims = person.claims.filter(({ state, kind }) => state !== 'wished' || kind === 'stay')
  return true
}

/** What is free goes to the first in line whose whole set fits, until nobody fits or the event has begun. */
export function promote(world: World): void {
  if (!hasLine(world) || isStarted(world)) return
  const until =
    world.rules.waiting === 'offer' ? Math.min(awakeAfter(world.now, offerHours), world.startsAt) : null
  const came = new Map<Person, string[]>()
  for (let next = firstInLine(world); next; next = firstInLine(world)) {
    const { person, claim } = next
    hold(world, claim, until)
    came.set(person, [...(came.get(person) ?? []), claim.thing])
    if (claim.kind !== 'event' || until) continue
    person.status = 'confirmed'
    for (const other of person.claims) if (other.state === 'wished') other.state = 'waiting'
  }
  for (const [person, things] of came)
    tell(world, person, until ? 'offered' : 'promoted', things.join(' and '))
}

export const lineOf = (world: World): { person: Person; claim: Claim }[] =>
  world.people
    .flatMap((person) => person.claims.map((claim) => ({ person, claim })))
    .filter(({ claim }) => claim.state === 'waiting')
    .toSorted((a, b) => a.claim.queuedAt - b.claim.queuedAt)

export const waitingFor = (world: World, pool: string): number =>
  lineOf(world).filter(({ claim }) => claim.pools.includes(pool)).length

const firstInLine = (world: World) =>
  lineOf(world).find(
    ({ person, claim }) =>
      (person.status === 'confirmed' || person.status === 'waitlisted') && isFree(world, claim.pools),
  )

/** A letter says what it is about and how everything stands at that moment. */
export function tell(world: World, person: Person, kind: string, news = ''): void {
  person.told.push(letter(kind, news, standing(world, person)))
}

export const letter = (kind: string, news: string, stands: string): string =>
  [kind, news && `(${news})`, `: ${stands}`].filter(Boolean).join(' ')

export const standing = (world: World, { claims }: Person): string =>
  claims
    .map((claim) => sayClaim({ ...claim, ahead: aheadOf(world, claim) }))
    .toSorted()
    .join(', ')

type Said = { thing: string; state: string; offeredUntil: number | null; ahead: number | null }
export const sayClaim = ({ thing, state, offeredUntil, ahead }: Said): string =>
  [
    `${thing} ${state}`,
    ahead === null ? '' : `behind ${ahead}`,
    offeredUntil && `until ${new Date(offeredUntil).toISOString()}`,
  ]
    .filter(Boolean)
    .join(' ')

function aheadOf(world: World, mine: Claim): number | null {
  if (mine.state !== 'waiting') return null
  const before = lineOf(world).map(({ claim }) => claim)
  return before
    .slice(0, before.indexOf(mine))
    .filter(({ pools }) => pools.some((name) => mine.pools.includes(name))).length
}

const [day, wakingDay, wakesAt, berlin] = [24 * hour, 14 * hour, 8 * hour, 2 * hour]

/** So many hours later, counting only from 8 to 22 in Berlin in summer. */
export function awakeAfter(at: number, hours: number): number {
  const days = Math.floor((at + berlin) / day)
  const today = Math.min(Math.max((at + berlin) % day, wakesAt) - wakesAt, wakingDay)
  const lived = days * wakingDay + today + hours * hour
  const whole = Math.ceil(lived / wakingDay) - 1
  return whole * day + wakesAt + (lived - whole * wakingDay) - berlin
}
