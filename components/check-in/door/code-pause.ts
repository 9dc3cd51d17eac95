/** Milliseconds for which a code that is still held in front of the camera is the same scan. */
const pause = 4_000

/** Lets a code through once, and again only after it has been out of sight for a while; what is not taken was never seen. */
export function codePause(now: () => number = Date.now) {
  const lastSeen = new Map<string, number>()
  return (code: string, take: () => boolean): void => {
    const last = lastSeen.get(code)
    const isHeld = last !== undefined && now() - last <= pause
    if (isHeld || take()) lastSeen.set(code, now())
  }
}
