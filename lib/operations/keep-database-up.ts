import 'server-only'
import type { EmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { runSweeps } from '@/lib/jobs/run-sweeps'
import { log } from '@/lib/log'

type Lock = () => Promise<() => void>

/**
 * Nobody else looks after the built-in database: when it died (out of memory, a full disk), it is started again at the
 * same address, by one of the servers that use it. Answers how to stop watching, which waits for a start under way.
 */
export function keepDatabaseUp(postgres: EmbeddedPostgres, lock: Lock): () => Promise<void> {
  const run = async () => {
    if (!postgres.isGone()) return
    const release = await lock()
    try {
      if (await postgres.revive()) log.warn('the built-in database had died, and was started again')
    } finally {
      release()
    }
  }
  return runSweeps([{ name: 'built-in database', everySeconds: 1, run }])
}
