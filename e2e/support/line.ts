import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'

/**
 * A line to a server on which everything can stop, as with a hung machine (it accepts, and never answers), break off,
 * or be hung up (nobody accepts).
 */
export async function openLine(to: URL) {
  const sockets = new Set<Socket>()
  let isFrozen = false
  const house = net.createServer((near) => {
    const far = net.connect(Number(to.port), to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.on('data', (chunk) => far.write(chunk))
    far.on('data', (chunk) => near.write(chunk))
    if (isFrozen) for (const socket of [near, far]) socket.pause()
  })
  await listenAt(house, 0)
  const { port } = house.address() as AddressInfo
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  const hangUp = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => house.close(resolve))
  }
  return {
    url: url.href,
    freeze() {
      isFrozen = true
      for (const socket of sockets) socket.pause()
    },
    thaw() {
      isFrozen = false
      for (const socket of sockets) socket.resume()
    },
    end() {
      for (const socket of sockets) socket.end()
    },
    reset() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    hangUp,
    pickUp: () => listenAt(house, port),
    close: hangUp,
  }
}

async function listenAt(house: net.Server, port: number): Promise<void> {
  house.listen(port, '127.0.0.1')
  await once(house, 'listening')
}
