import 'server-only'
import { now } from '../clock'
import { log } from '../log'

/** "What is due?", asked again and again by every process; safe to run anywhere, any number of times at once. */
export type Sweep = { name: string; everySeconds: number; run: () => Promise<unknown> }

/** Starts all sweeps; answers how to stop them, which waits for what is under way. */
export function runSweeps(sweeps: readonly Sweep[]): () => Promise<void> {
  const stops = sweeps.map(keepRunning)
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

const patience = 300_000

/** The names of the sweeps of this process whose turn was more than five minutes ago, failing or hanging since. */
export function listLateSweeps(): string[] {
  const due = (sweep: Sweep, worked: number) => worked + sweep.everySeconds * 1000 + patience
  return [...worked].filter(([sweep, at]) => now().getTime() > due(sweep, at)).map(([{ name }]) => name)
}

// Bundled code and code outside the bundle load this file twice; both look at one clock.
const shared = globalThis as { __lanyardSweeps?: Map<Sweep, number> }
shared.__lanyardSweeps ??= new Map()
const worked = shared.__lanyardSweeps

// The pause begins when a run has ended, so that a slow one never meets itself.
function keepRunning(sweep: Sweep): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let hasFailed = false
  worked.set(sweep, now().getTime())
  let underWay = once()

  async function once(): Promise<void> {
    try {
      await sweep.run()
      worked.set(sweep, now().getTime())
      if (hasFailed) log.info({ sweep: sweep.name }, 'a sweep works again')
      hasFailed = false
    } catch (error) {
      if (!hasFailed) log.error({ sweep: sweep.name, error }, 'a sweep failed, and is tried again')
      hasFailed = true
    }
    if (isStopped) return
    timer = setTimeout(() => {
      underWay = once()
    }, sweep.everySeconds * 1000)
  }

  return async () => {
    isStopped = true
    clearTimeout(timer)
    await underWay
    worked.delete(sweep)
  }
}
