type Asked = { method: string; renderSource?: string }

/**
 * Whether an error, as Next reports it, says that what somebody posted could not be read as what a form of ours sends.
 * Next reads it before a line of ours has run, so no frame of the stack is ours, or an action says so itself
 * (lib/action.ts); whatever else fails is our fault.
 */
export function isGarbled(error: unknown, { method, renderSource }: Asked): boolean {
  const isPageFailure = renderSource !== undefined && renderSource !== 'react-server-components-payload'
  if (method !== 'POST' || isPageFailure || !(error instanceof Error)) return false
  if (error.name === 'Garbled') return true
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return frames.some((frame) => framework.test(frame)) && frames.every((frame) => notOurs.test(frame))
}

/** Whether Next stopped reading because it was too much for a form. */
export const isTooMuch = (error: unknown): boolean =>
  error instanceof Error && (error as { statusCode?: number }).statusCode === 413

const framework = /[\\/]node_modules[\\/]next[\\/]dist[\\/]/
const notOurs = new RegExp(
  `${framework.source}|[\\\\/]chunks[\\\\/](ssr[\\\\/])?node_modules_next_dist_|\\bnode:|<anonymous>|at (async )?Promise\\.`,
)
