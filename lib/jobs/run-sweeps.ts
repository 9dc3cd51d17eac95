import 'server-only'
import { log } from '../log'

/** "What is due?", asked again and again by every process; safe to run anywhere, any number of times at once. */
export type Sweep = { name: string; everySeconds: number; run: () => Promise<unknown> }

/** Starts all sweeps; answers how to stop them, which waits for what is under way. */
export function runSweeps(sweeps: readonly Sweep[]): () => Promise<void> {
  const stops = sweeps.map(keepRunning)
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

// The pause begins when a run has ended, so that a slow one never meets itself.
function keepRunning(sweep: Sweep): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let hasFailed = false
  let underWay = once()

  async function once(): Promise<void> {
    try {
      await sweep.run()
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
  }
}
