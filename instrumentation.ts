import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWorkers } = await import('./lib/operations/workers')
  startWorkers()
}

/** Next answers every failure alike; our own server tells a database that is away from a mistake of ours. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  const [{ isDatabaseAway }, { requestContext }] = await Promise.all([
    import('./lib/db/is-away'),
    import('./lib/log'),
  ])
  const context = requestContext.getStore()
  if (context && isDatabaseAway(error)) context.isDatabaseAway = true
}
