import { asCode } from '../codes'
import type { ArrivalCard, DoorPoint, Scan, ScanBatch } from './schema'

/** Two letters of a name are enough, and one would list everybody. */
export const isSearchable = (text: string): boolean =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '').trim()].length >= 2

/** The point that was asked for, else the one that counts as arrival. */
export const choosePoint = (points: DoorPoint[], asked: string | undefined): DoorPoint | null =>
  points.find((point) => point.key === asked) ?? points.find((point) => point.isArrival) ?? points[0] ?? null

/** Somebody at the desk must ask before this person goes in. */
export const mustAskAboutPhotos = ({ person, outcome }: ArrivalCard): boolean =>
  person?.photo === 'not_asked' && (outcome === 'arrived' || outcome === 'already_arrived')

/** Overruling lets in people of this event only: somebody unknown has no registration to mark. */
export const isOverrulable = ({ outcome, reason, person }: ArrivalCard): boolean =>
  outcome === 'refused' &&
  person !== null &&
  (reason === 'waitlisted' ||
    reason === 'cancelled' ||
    reason === 'unverified' ||
    reason === 'pending_approval')

/** Before the event's first instant every tap counts already, and is mostly somebody trying it out. */
export const isPractice = (event: { startsAt: Date }, now: Date): boolean =>
  event.startsAt.getTime() - now.getTime() > 24 * 60 * 60 * 1000

/** What one calls across a desk: the first word of a name, unless that is an initial or a title. */
export function callName(name: string): string {
  const [first = name] = name.trim().split(/\s+/)
  return first.length > 1 && !first.endsWith('.') ? first : name
}

/** Scans as the database keeps them: a text that cannot be a code stays one that nobody has. */
export function asKept({ scans, sentAt }: ScanBatch, now: Date): Scan[] {
  const error = sentAt ? now.getTime() - sentAt.getTime() : 0
  const isWrong = Math.abs(error) > clockTolerance
  return scans.map((scan) => ({
    ...scan,
    ...(scan.code !== undefined && { code: asCode(scan.code) ?? '' }),
    ...(isWrong && { at: new Date(scan.at.getTime() + error) }),
  }))
}

/** Milliseconds that a request may take before the device's clock is blamed. */
const clockTolerance = 2_000
