import { beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '@/lib/db/client'
import { makeDevice } from '@/prisma/factories/devices'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { POST } from './route'

// Cookies belong to a running server's request; here the browser holds these.
const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), until: [] as (Date | undefined)[] }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { value: browser.jar.get(name) } : undefined),
    set: (name: string, value: string, { expires }: { expires?: Date }) => {
      browser.jar.set(name, value)
      browser.until.push(expires)
    },
  }),
}))
// Imported on the way by what pages need; its browser half does not load outside a bundler.
vi.mock('next/navigation', () => ({ redirect: vi.fn(), notFound: vi.fn(), forbidden: vi.fn() }))

useTestDatabase()

let event: MadeEvent
let phone: Awaited<ReturnType<typeof makeDevice>>
beforeEach(async () => {
  browser.jar.clear()
  browser.until = []
  event = await makeEvent()
  phone = await makeDevice(event, { lastSeenAt: new Date(0) })
})

test('a paired phone says that it is there and what it has not sent yet', async () => {
  browser.jar.set('lanyard_device', phone.token)
  expect(await post({ queueLength: 12 })).toEqual({ status: 200, json: {} })
  const { lastSeenAt, queueLength } = await read()
  expect(queueLength).toBe(12)
  expect(Date.now() - lastSeenAt!.getTime()).toBeLessThan(60_000)
})

test('its cookie follows the event, and a token that is sent makes no cookie', async () => {
  browser.jar.set('lanyard_device', phone.token)
  const later = (at: Date) => new Date(at.getTime() + 7 * 86_400_000)
  await post({ queueLength: 0 })
  await db().event.update({
    where: { id: event.id },
    data: { startsAt: later(event.startsAt), endsAt: later(event.endsAt) },
  })
  await post({ queueLength: 0 })
  expect(browser.until).toEqual([phone.endsAt, later(phone.endsAt)])
  expect(browser.jar.get('lanyard_device')).toBe(phone.token)
  browser.jar.clear()
  await post({ queueLength: 0 }, phone.token)
  expect([...browser.jar]).toEqual([])
})

test('one that is out, or over, hears 401 with its next word, and is not noted', async () => {
  browser.jar.set('lanyard_device', phone.token)
  for (const data of [{ revokedAt: new Date() }, { revokedAt: null, endsAt: new Date() }]) {
    await db().device.update({ where: { id: phone.id }, data })
    expect(await post({ queueLength: 12 })).toMatchObject({ status: 401 })
  }
  expect(await read()).toMatchObject({ lastSeenAt: new Date(0), queueLength: 0 })
})

test('the phone of another event finds none here', async () => {
  browser.jar.set('lanyard_device', (await makeDevice(await makeEvent())).token)
  expect(await post({ queueLength: 1 })).toMatchObject({ status: 404 })
  expect(await post({ queueLength: 1 }, phone.token)).toMatchObject({ status: 200 })
})

test('whoever is signed in is answered alike, and no phone is noted', async () => {
  const user = await makeUser({ roles: { [event.id]: 'check_in' } })
  browser.jar.set('next-auth.session-token', await makeSession(user))
  expect(await post({ queueLength: 3 })).toEqual({ status: 200, json: {} })
  expect(await read()).toMatchObject({ queueLength: 0 })
})

test.each([{}, { queueLength: -1 }, { queueLength: 1.5 }, { queueLength: 1, more: true }])(
  'what is no queue is refused: %j',
  async (body) => {
    expect(await post(body, phone.token)).toMatchObject({ status: 400 })
    expect(await post(body, 'nobody-has-this-token')).toMatchObject({ status: 401 })
  },
)

const read = () => db().device.findUniqueOrThrow({ where: { id: phone.id } })

async function post(body: unknown, bearer?: string) {
  const request = new Request(`http://localhost/api/check-in/${event.slug}/seen`, {
    method: 'POST',
    headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
    body: JSON.stringify(body),
  })
  const response = await POST(request, { params: Promise.resolve({ slug: event.slug }) })
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, json: await response.json() }
}
