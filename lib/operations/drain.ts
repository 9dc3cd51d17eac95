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
  // Whoever stands before the door by now comes in; whoever came in and says nothing is not waited for.
  for (const _ of [1, 2]) await nextTurn()
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
