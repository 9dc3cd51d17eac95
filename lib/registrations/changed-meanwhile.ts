import { changedSince } from './form-seal'
import type { FormValues } from './read-form'

export type ChangedMeanwhile = {
  ok: false
  refusal: 'changed_meanwhile'
  /** The controls that somebody else has filled in otherwise. */
  changed: string[]
  /** What the form has to carry to be taken the next time. */
  version: number
  now: FormValues
}

/**
 * What the second of two people who save is told; null when nobody else changed an answer since the form was shown.
 * A new version alone is none: a place may have come from the line meanwhile.
 */
export function changedMeanwhile(
  posted: FormValues,
  version: number,
  now: FormValues,
): ChangedMeanwhile | null {
  if (posted.version?.[0] === String(version)) return null
  const changed = changedSince(posted.seen?.[0], now)
  return changed.length > 0 ? { ok: false, refusal: 'changed_meanwhile', changed, version, now } : null
}
