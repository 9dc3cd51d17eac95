import { asCode } from '../codes'
import type {
  Arrival,
  ArrivalCard,
  DoorPoint,
  Scan,
  ScanBatch,
  ScanOutcome,
  ScanRefusal,
  Snapshot,
  SnapshotPerson,
} from './schema'

/** Two letters of a name are enough, and one would list everybody. */
export const isSearchable = (text: string): boolean =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '').trim()].length >= 2

/** The point that was asked for, else the one that counts as arrival. */
export const choosePoint = (points: DoorPoint[], asked: string | undefined): DoorPoint | null =>
  points.find((point) => point.key === asked) ?? points.find((point) => point.isArrival) ?? points[0] ?? null

/** Somebody at the desk must ask before this person goes in. */
export const mustAskAboutPhotos = ({ person, outcome }: ArrivalCard): boolean =>
  person?.photo === 'not_asked' && (outcome === 'arrived' || outcome === 'already_arrived')

/** What was seen or given is noted on an arrival: on anything else it would itself be one. */
export const mayTick = (card: ArrivalCard): boolean =>
  (card.outcome === 'arrived' || card.outcome === 'already_arrived') && isInside(card)

/** After an undo, too: of a leaving, it leaves them where they are. */
export const isInside = ({ person }: ArrivalCard): boolean => person?.arrivalId != null && !person.isOut

/** Overruling lets in people of this event only: somebody unknown has no registration to mark. */
export const isOverrulable = ({ outcome, reason, person }: ArrivalCard): boolean =>
  outcome === 'refused' && person !== null && isStatus(reason ?? undefined)

/** Before the event's first instant every tap counts already, and is mostly somebody trying it out. */
export const isPractice = (event: { startsAt: Date }, now: Date): boolean =>
  event.startsAt.getTime() - now.getTime() > 24 * 60 * 60 * 1000

/** What one calls across a desk: the first word of a name, unless that is an initial or a title. */
export function callName(name: string): string {
  const [first = name] = name.trim().split(/\s+/)
  return first.length > 1 && !first.endsWith('.') ? first : name
}

/** Scans as the database keeps them: a text that cannot be a code stays one that nobody has. */
export const asKept = ({ scans, sentAt }: ScanBatch, now: Date): Scan[] =>
  scans.map((scan) => ({
    ...scan,
    ...(scan.code !== undefined && { code: asCode(scan.code) ?? '' }),
    at: byOurClock(scan.at, sentAt, now),
  }))

/** When something was, of which a device says when by a clock that it looked at while sending, too. */
export function byOurClock(at: Date, sentAt: Date | undefined, now: Date): Date {
  const error = sentAt ? now.getTime() - sentAt.getTime() : 0
  return Math.abs(error) > clockTolerance ? new Date(at.getTime() + error) : at
}

/** Milliseconds that a request may take before the device's clock is blamed. */
const clockTolerance = 2_000

/** Who is in at one point: since when, on which device, by which scan; `isOut` where they left again. */
export type Inside = { factId: string; at: number; device: string; isForced: boolean; isOut: boolean }

/**
 * The people in at a point, by registration, as the database has it (`check_in_arrived`, `check_in_arrival`,
 * `check_in_is_out`): an arrival counts unless an undo about the same person and point names it, and the earliest by the
 * devices' corrected clocks is when they came. The same facts give the same answer in any order and however often.
 */
export function whoIsIn(facts: Iterable<Arrival>, point: string): Map<string, Inside> {
  const known = new Map<string, Arrival>()
  for (const fact of facts) known.set(fact.f, fact)
  const undone = new Map<string, Arrival[]>()
  for (const fact of known.values())
    if (fact.k === 'undo' && fact.u) undone.set(fact.u, [...(undone.get(fact.u) ?? []), fact])
  const counting = [...known.values()]
    .filter(({ k, p, i }) => k !== 'undo' && p === point && i !== null)
    .filter((fact) => !undone.get(fact.f)?.some((undo) => isAbout(undo, fact)))
    .sort(byTime)
  const inside = new Map<string, Inside>()
  for (const { i, f, k, t, d, x } of counting) {
    const person = inside.get(i!)
    if (person && (k !== 'knock' || person.isForced)) person.isOut = k === 'leave'
    if (!person && k === 'arrive')
      inside.set(i!, { factId: f, at: t, device: d, isForced: x === true, isOut: false })
  }
  return inside
}

/** What an undo did not say, of whom or where, is null until what it names is known. */
const isAbout = (undo: Arrival, { i, p }: Arrival): boolean =>
  (undo.i === null || undo.i === i) && (undo.p === null || undo.p === p)

const byTime = (one: Arrival, other: Arrival): number => one.t - other.t || (one.f < other.f ? -1 : 1)

/** What a device knows about whom it scanned: nobody, or somebody's status and every scan that tells whether they are in. */
export type DoorKnowledge = {
  person: Pick<SnapshotPerson, 'i' | 's'> | null
  facts: Arrival[]
  point: Pick<DoorPoint, 'key' | 'hasExits'>
  mayForce: boolean
}

export type Verdict = {
  outcome: ScanOutcome
  reason?: ScanRefusal
  /** For somebody who was here before: since when (milliseconds), noted on which device. */
  firstAt?: number
  firstDevice?: string
  isForced?: true
}

/** The answer of a device without network; on the same facts it is that of `check_in_judge` in the database. */
export function judge(
  scan: Pick<Scan, 'kind' | 'undoes' | 'force' | 'code' | 'registrationId'>,
  { person, facts, point, mayForce }: DoorKnowledge,
): Verdict {
  if (!person) return refusedFor(scan.code || scan.registrationId ? 'unknown' : 'nothing_to_undo')
  const inside = whoIsIn(facts, point.key).get(person.i)
  if (scan.kind === 'undo') {
    const counts = scan.undoes ? isCounting(scan.undoes, person.i, point.key, facts) : inside !== undefined
    return counts ? { outcome: 'undone' } : refusedFor('nothing_to_undo')
  }
  if (scan.kind === 'leave') {
    if (!point.hasExits) return refusedFor('no_exit')
    return inside ? { outcome: 'left' } : refusedFor('not_inside')
  }
  const isForced = person.s !== undefined && scan.force === true && mayForce
  const why = { ...(isForced && ({ isForced } as const)), ...(person.s && !isForced && { reason: person.s }) }
  if (why.reason && !inside?.isForced) return refusedFor(why.reason)
  if (!inside || (point.hasExits && inside.isOut)) return { outcome: 'arrived', ...why }
  return { outcome: 'already_arrived', firstAt: inside.at, firstDevice: inside.device, ...why }
}

const refusedFor = (reason: ScanRefusal): Verdict => ({ outcome: 'refused', reason })

function isCounting(fact: string, person: string, point: string, facts: Arrival[]): boolean {
  const at = facts.findIndex(({ f }) => f === fact)
  const named = facts[at]
  if (!named || named.k === 'undo' || named.i !== person || named.p !== point) return false
  // Whoever has no place is let in again only after somebody had let them in.
  if (named.k === 'knock' && !whoIsIn(facts.slice(0, at), point).get(person)?.isForced) return false
  return !facts.some((undo) => undo.k === 'undo' && undo.u === fact && isAbout(undo, named))
}

type ToldScan = Pick<Scan, 'id' | 'kind' | 'idSeen' | 'stickerGiven'> & {
  undoes?: string
  point: string
  at: number
  device: string
}

/** What a scan that was judged tells about who is in, as `check_in_feed` in the database has it; null for nothing. */
export function arrivalOf(
  scan: ToldScan,
  person: string | null,
  { outcome, reason, isForced }: Pick<Verdict, 'outcome' | 'reason' | 'isForced'>,
): Arrival | null {
  const { id, kind, undoes, point, at, device, idSeen, stickerGiven } = scan
  const ticks = { ...(idSeen && { v: true as const }), ...(stickerGiven && { g: true as const }) }
  const fact = { f: id, i: person, p: point, t: at, d: device, ...ticks }
  if (kind === 'undo') return undoes && !isNowhere(reason) ? { ...fact, k: kind, u: undoes } : null
  if (person === null) return null
  if (kind === 'leave') return outcome === 'left' || reason === 'not_inside' ? { ...fact, k: kind } : null
  if (isStatus(reason)) return { ...fact, k: 'knock' }
  if (outcome === 'refused') return null
  return { ...fact, k: kind, ...(isForced && { x: true }) }
}

/** An undo about nobody of this event, or at a point that it does not have, takes nothing back. */
const isNowhere = (reason: ScanRefusal | undefined): boolean =>
  reason === 'unknown' || reason === 'unknown_point'

const isStatus = (reason: ScanRefusal | undefined): boolean =>
  reason === 'waitlisted' ||
  reason === 'cancelled' ||
  reason === 'unverified' ||
  reason === 'pending_approval'

/** The scans of somebody at a point that keep them in: all of them must be taken back before they are out of the list. */
export const countingScans = (person: string, point: string, facts: Arrival[]): string[] =>
  facts.filter(({ k, f }) => k === 'arrive' && isCounting(f, person, point, facts)).map(({ f }) => f)

/** A name as people hear it, as `check_in_sounds` in the database: no case, no accents, and "ue" like "ü". */
export const sounds = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[łøđðħŧıæœþς]/g, (letter) => plainLetters[letter]!)
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([aou])e/g, '$1')

const plainLetters: Record<string, string> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', æ: 'a', œ: 'o', þ: 't', ς: 'σ' },
}

/** When a device must have forgotten a door: with its own end, and a day after the event in any case. */
export function keepsUntil({ event, device }: Pick<Snapshot, 'event' | 'device'>): Date {
  const dayAfter = new Date(event.endsAt).getTime() + 24 * 60 * 60 * 1000
  return new Date(Math.min(dayAfter, device.endsAt ? new Date(device.endsAt).getTime() : dayAfter))
}

/** The header by which a device knows that it was our server that sent it away. */
export const doorWord = 'x-lanyard-door'
