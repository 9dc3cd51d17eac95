import type http from 'node:http'
import net from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'

const patience = 1_000

/**
 * Takes no new connection, lets what is in flight finish, and resolves when the last answer is out.
 * Gives false when `graceMs` was not enough and connections were cut.
 */
export async function drain(server: http.Server, graceMs = 20_000): Promise<boolean> {
  server.prependListener('request', (_, response: http.ServerResponse) =>
    response.setHeader('connection', 'close'),
  )
  await letIn(server)
  // Whoever came in and says nothing is not waited for.
  server.headersTimeout = patience
  return new Promise((resolve) => {
    // The server's own way of closing stops looking at the clock, and cuts who is about to ask once more.
    const idle = setInterval(() => server.closeIdleConnections(), patience)
    const end = (isDrained: boolean) => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve(isDrained)
    }
    const cut = setTimeout(() => {
      server.closeAllConnections()
      end(false)
    }, graceMs)
    net.Server.prototype.close.call(server, () => end(true))
  })
}

/** Closing the door cuts off who stands before it, and in each turn only one of them comes in. */
async function letIn(server: http.Server): Promise<void> {
  let came = 0
  const count = () => void came++
  server.on('connection', count)
  const until = performance.now() + patience
  for (let seen = -1; seen !== came && performance.now() < until; await nextTurn()) {
    seen = came
    await nextTurn()
  }
  server.off('connection', count)
}
