import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serve } from './serve'

let server: http.Server
let site: string
let drawn = 0
beforeEach(async () => {
  server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  site = `http://localhost:${(server.address() as AddressInfo).port}`
  const handle = async (_: http.IncomingMessage, response: http.ServerResponse) => {
    drawn++
    response.end('drawn')
  }
  serve({ server, handle, baseUrl: site, trustedProxies: [] })
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
  '%s is told what the house knows, and nothing is drawn',
  async (method) => {
    const before = drawn
    const answer = await fetch(`${site}/my`, { method, headers: { origin: site } })
    expect([answer.status, answer.headers.get('allow'), drawn]).toEqual([405, 'GET, HEAD, POST', before])
    const page = await fetch(`${site}/my`, { method: 'POST', headers: { origin: site } })
    expect([page.status, await page.text(), drawn]).toEqual([200, 'drawn', before + 1])
  },
)
