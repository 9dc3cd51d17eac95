type Stop = () => Promise<void>
type Ends = { isNow: boolean; all: Set<() => void> }

// Bundled code and the server around it each load this file; the list must be one.
const shared = globalThis as { __lanyardStops?: Set<Stop>; __lanyardEnds?: Ends }
shared.__lanyardStops ??= new Set()
const stops = shared.__lanyardStops
shared.__lanyardEnds ??= { isNow: false, all: new Set() }
const ends = shared.__lanyardEnds

/** Something to finish or let go of before the process ends, such as a mail on its way. */
export const beforeShutdown = (stop: Stop): void => void stops.add(stop)

/** Waits for all of them; a failing one does not hold up the others. */
export async function runShutdown(): Promise<void> {
  const all = [...stops]
  stops.clear()
  await Promise.allSettled(all.map((stop) => stop()))
}

/** An answer that would never end by itself, to be ended before the last answers are waited for. Gives a way out. */
export function whenStopping(end: () => void): () => void {
  if (ends.isNow) queueMicrotask(end)
  ends.all.add(end)
  return () => void ends.all.delete(end)
}

export function endStreams(): void {
  ends.isNow = true
  for (const end of [...ends.all]) end()
}
