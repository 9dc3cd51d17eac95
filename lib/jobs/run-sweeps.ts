import 'server-only'
import { now } from '../clock'
import { log } from '../log'
import type { SweepState } from './schema'

/** "What is due?", asked again and again by every process; safe to run anywhere, any number of times at once. */
export type Sweep = { name: string; everySeconds: number; run: () => Promise<unknown> }

/**
 * Starts all sweeps, one after the other, so that whoever opens the first page of a process finds a connection to the
 * database; answers how to stop them, which waits for what is under way.
 */
export function runSweeps(sweeps: readonly Sweep[]): () => Promise<void> {
  const stops = sweeps.map((sweep, place) => keepRunning(sweep, place * apart))
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

const apart = 500
const patience = 300_000

/** How the sweeps of this process are: late is whose turn was more than five minutes ago. */
export function listSweeps(): SweepState[] {
  return [...kept].map(([{ name, everySeconds }, { since, workedAt }]) => {
    const due = (workedAt ?? since) + everySeconds * 1000 + patience
    return {
      name,
      everySeconds,
      workedAt: workedAt === null ? null : new Date(workedAt),
      isLate: now().getTime() > due,
    }
  })
}

/** The names of those that are late. */
export const listLateSweeps = (): string[] =>
  listSweeps()
    .filter(({ isLate }) => isLate)
    .map(({ name }) => name)

// Bundled code and code outside the bundle load this file twice; both look at one clock.
type Kept = { since: number; workedAt: number | null }
const shared = globalThis as { __lanyardSweeps?: Map<Sweep, Kept> }
shared.__lanyardSweeps ??= new Map()
const kept = shared.__lanyardSweeps

// The pause begins when a run has ended, so that a slow one never meets itself.
function keepRunning(sweep: Sweep, delay: number): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> | undefined
  let isStopped = false
  let hasFailed = false
  const state: Kept = { since: now().getTime(), workedAt: null }
  kept.set(sweep, state)
  goOnAfter(delay)

  async function once(): Promise<void> {
    try {
      await sweep.run()
      state.workedAt = now().getTime()
      if (hasFailed) log.info({ sweep: sweep.name }, 'a sweep works again')
      hasFailed = false
    } catch (error) {
      if (!hasFailed) log.error({ sweep: sweep.name, error }, 'a sweep failed, and is tried again')
      hasFailed = true
    }
    if (!isStopped) goOnAfter(sweep.everySeconds * 1000)
  }

  function goOnAfter(pause: number): void {
    timer = setTimeout(() => {
      underWay = once()
    }, pause)
  }

  return async () => {
    isStopped = true
    clearTimeout(timer)
    await underWay
    kept.delete(sweep)
  }
}
