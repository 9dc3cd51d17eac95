import type { DoorEnd, Holder } from './vault'

/** Whether a list that lies in this browser has had its time. */
export const hasEnded = ({ endsAt }: DoorEnd, now: number): boolean => endsAt !== undefined && endsAt <= now

/**
 * Which lists of other doors this browser has to forget when one opens: a phone that is paired here is paired nowhere
 * else any more, and what has had its time goes even where its own page is never opened again.
 */
export const isOutlived =
  (opened: { door: string; holder: Holder }, now: number) =>
  (kept: DoorEnd, door: string): boolean =>
    door !== opened.door && (hasEnded(kept, now) || (opened.holder === 'device' && kept.holder === 'device'))
