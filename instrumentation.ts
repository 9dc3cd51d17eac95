import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWorkers } = await import('./lib/operations/workers')
  startWorkers()
}

/** Next answers every failure alike; our own server tells a database that is away, and what nobody can read, from a mistake of ours. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { renderSource }) => {
  const [{ isDatabaseAway }, { isGarbled, isTooMuch }, { requestContext }] = await Promise.all([
    import('./lib/db/is-away'),
    import('./lib/operations/is-garbled'),
    import('./lib/log'),
  ])
  const context = requestContext.getStore()
  if (!context) return
  if (isDatabaseAway(error)) context.isDatabaseAway = true
  else if (isTooMuch(error)) context.unread = 'tooMuch'
  else if (isGarbled(error, { method, renderSource })) context.unread = 'garbled'
}
