type Stop = () => Promise<void>

// Bundled code and the server around it each load this file; the list must be one.
const shared = globalThis as { __lanyardStops?: Set<Stop> }
shared.__lanyardStops ??= new Set()
const stops = shared.__lanyardStops

/** Something to finish or let go of before the process ends, such as a mail on its way. */
export const beforeShutdown = (stop: Stop): void => void stops.add(stop)

/** Waits for all of them; a failing one does not hold up the others. */
export async function runShutdown(): Promise<void> {
  const all = [...stops]
  stops.clear()
  await Promise.allSettled(all.map((stop) => stop()))
}
