import type http from 'node:http'

/**
 * Takes no new connection, lets what is in flight finish, and resolves when the last answer is out.
 * Gives false when `graceMs` was not enough and connections were cut.
 */
export function drain(server: http.Server, graceMs = 20_000): Promise<boolean> {
  server.prependListener('request', (_, response: http.ServerResponse) =>
    response.setHeader('connection', 'close'),
  )
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections()
      resolve(false)
    }, graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve(true)
    })
    server.closeIdleConnections()
  })
}
