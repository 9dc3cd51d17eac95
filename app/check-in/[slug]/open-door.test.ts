import { beforeEach, expect, test, vi } from 'vitest'
import { readDoorKey } from '@/app/api/check-in/[slug]/door-key'
import { useTestDatabase } from '@/e2e/support/test-database'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { makeDevice } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { openDoor } from './open-door'

// Cookies belong to a running server's request; here the browser holds these.
const browser = vi.hoisted(() => ({ session: '', device: '' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = name === deviceCookie().name ? browser.device : browser.session
      return value ? { value } : undefined
    },
  }),
}))
vi.mock('next/navigation', () => ({ redirect: vi.fn(), notFound: vi.fn(), forbidden: vi.fn() }))

useTestDatabase()

let event: MadeEvent

beforeEach(async () => {
  event = await makeEvent()
  browser.session = await makeSession(await makeUser({ roles: { [event.id]: 'check_in' } }))
  browser.device = ''
})

test('the page and its program agree about who holds a phone on which somebody signed in', async () => {
  expect(await holders()).toEqual([null, null])
  const device = await makeDevice(event)
  browser.device = device.token
  expect(await holders()).toEqual([device.id, device.id])
  browser.device = (await makeDevice(await makeEvent())).token
  expect(await holders()).toEqual([null, null])
})

/** The device, or null for the account, as the page sees it and as the program does. */
async function holders() {
  const page = await openDoor(event.slug)
  const program = await readDoorKey(new Request('https://example.org'), event.slug)
  return [page.key.deviceId, program.ok && program.value.deviceId]
}
