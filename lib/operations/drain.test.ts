import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain } from './drain'

const ask = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

test('who is served, or stands before the door, is answered', async () => {
  const port = await openHouse(async (_, response) => {
    await sleep(50)
    response.end('well')
  })
  const served = call(port)
  served.say(ask)
  await new Promise((resolve) => server.once('request', resolve))
  const late = Array.from({ length: 30 }, () => call(port))
  for (const caller of late) caller.say(ask)
  expect(await drain(server, 5_000)).toBe(true)
  expect(await served.heard).toContain('well')
  for (const caller of late) expect(await caller.heard).toMatch(/connection: close[\s\S]*well/)
})

test('who only keeps a line open, as browsers do, is not waited for', async () => {
  const caller = call(await openHouse(() => {}))
  await new Promise((resolve) => server.once('connection', resolve))
  expect(await drain(server, 5_000)).toBe(true)
  expect(await caller.heard).not.toContain('200')
})

test('who takes too long is cut off', async () => {
  const caller = call(await openHouse(() => {}))
  caller.say(ask)
  await new Promise((resolve) => server.once('request', resolve))
  expect(await drain(server, 100)).toBe(false)
  expect(await caller.heard).toBe('')
})

let server: http.Server
async function openHouse(answer: http.RequestListener): Promise<number> {
  server = http.createServer({ connectionsCheckingInterval: 100 }, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function call(port: number) {
  const socket = net.connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk))
  socket.on('error', () => {})
  const heard = new Promise<string>((resolve) => socket.on('close', () => resolve(text)))
  return { say: (words: string) => socket.write(words), heard }
}
