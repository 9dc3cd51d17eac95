import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type OtherSite = Awaited<ReturnType<typeof openOtherSite>>

/** A site that is not ours, with an address and a port of its own: what it shows is `pages`, by path. */
export async function openOtherSite() {
  const pages: Record<string, string> = {}
  const server = http.createServer((request, response) => {
    const page = pages[request.url ?? '/']
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page === undefined ? '' : `<!DOCTYPE html><html lang="en-GB"><body>${page}</body></html>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${port}`, pages, close }
}
