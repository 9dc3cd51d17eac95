import { env } from '@/lib/env'

/** Calls `stop` once when this process is asked to end; asked again later on, it ends right away. */
export function onStopAsked(stop: () => Promise<void>): void {
  let askedAt = 0
  const ask = () => {
    // A terminal and npm both pass Ctrl-C on; only a second one later on means "now".
    if (askedAt) return Date.now() - askedAt > 1_000 ? process.exit(1) : undefined
    askedAt = Date.now()
    return void stop()
  }
  process.on('SIGINT', ask)
  process.on('SIGTERM', ask)
  askWhenNpmIsGone(() => !askedAt && ask())
}

// The shell that npm puts in between may die of a signal without passing it on.
function askWhenNpmIsGone(ask: () => void) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    if (env().isUnderNpm) ask()
  }, 500)
  timer.unref()
}
