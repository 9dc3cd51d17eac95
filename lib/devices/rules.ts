import type { DeviceRow, LinkState } from './schema'

/** Refused PINs after which a link looks at none for a while, and the minutes of the first pause and of the longest. */
export const pinsBeforePause = 5
const pauseMinutes = { first: 5, most: 60 }
const [minute, day] = [60_000, 86_400_000]

/** A phone's key ends a day after its event, at the latest. */
export const lastInstant = ({ endsAt }: { endsAt: Date }): Date => new Date(endsAt.getTime() + day)

/** What is wrong with the span of a link: it ends after it begins, ahead of now, and soon after the event. */
export function fitsEvent(
  { validFrom, validUntil }: { validFrom: Date; validUntil: Date },
  event: { endsAt: Date },
  now: Date,
): ('validFrom' | 'validUntil')[] {
  if (validUntil > lastInstant(event) || validUntil <= now) return ['validUntil']
  return validFrom >= validUntil ? ['validFrom'] : []
}

type Spanned = { validFrom: Date; validUntil: Date; revokedAt: Date | null; pausedUntil: Date | null }

export function linkState(link: Spanned, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  if (link.validUntil <= now) return 'over'
  if (now < link.validFrom) return 'not_yet'
  return link.pausedUntil && now < link.pausedUntil ? 'paused' : 'open'
}

export function deviceState(device: { revokedAt: Date | null; endsAt: Date }, now: Date): DeviceRow['state'] {
  if (device.revokedAt) return 'revoked'
  return device.endsAt <= now ? 'over' : 'paired'
}

/** Until when nobody's PIN is looked at after so many wrong ones in a row; each pause is twice the one before, up to an hour. */
export function pauseAfter(wrongPins: number, now: Date): Date | null {
  if (wrongPins % pinsBeforePause !== 0) return null
  const minutes = pauseMinutes.first * 2 ** (wrongPins / pinsBeforePause - 1)
  return new Date(now.getTime() + Math.min(minutes, pauseMinutes.most) * minute)
}

/** The first of A, B … Z, AA, AB … that stands at the end of none of these names. */
export function firstFreeLetter(names: string[]): string {
  const taken = new Set(names.map((name) => name.toUpperCase().split(/\s+/).at(-1)))
  for (let at = 0; ; at++) if (!taken.has(letterAt(at))) return letterAt(at)
}

const letterAt = (at: number): string =>
  (at < 26 ? '' : letterAt(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
