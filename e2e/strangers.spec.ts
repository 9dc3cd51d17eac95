import { readdirSync, readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from '@playwright/test'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { newId } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { makeJourneyEvent } from './support/make-journey-event'

const callers = ['nobody', 'attendee', 'door', 'other'] as const
type Caller = (typeof callers)[number]
type Seen = Record<Caller, number | 'sign-in'>

const everybody = (status: number): Seen => ({
  nobody: status,
  attendee: status,
  door: status,
  other: status,
})
const teams = (door: number, other: number): Seen => ({ nobody: 'sign-in', attendee: 'sign-in', door, other })
const desk = teams(403, 404)

// What GET answers to whom: nobody, somebody who holds a registration, the event's check-in staff,
// and an organizer of another event. A door without a row fails.
const doors: Record<string, Seen> = {
  'app/page.tsx': everybody(200),
  'app/privacy/page.tsx': everybody(200),
  'app/calendar.ics/route.ts': everybody(200),
  'app/events/[slug]/page.tsx': everybody(200),
  'app/events/[slug]/calendar.ics/route.ts': everybody(200),
  'app/events/[slug]/register/page.tsx': everybody(200),
  'app/events/[slug]/registered/page.tsx': everybody(200),
  'app/my/page.tsx': everybody(200),
  'app/my/[token]/route.ts': everybody(404),
  'app/sign-in/page.tsx': { nobody: 200, attendee: 200, door: 307, other: 307 },
  'app/sign-in/[token]/page.tsx': everybody(200),
  'app/sign-in/provider/route.ts': everybody(405),
  'app/api/auth/[...nextauth]/route.ts': everybody(200),
  'app/api/health/live/route.ts': everybody(200),
  'app/api/health/ready/route.ts': everybody(200),
  'app/api/check-in/[slug]/scans/route.ts': everybody(405),
  'app/check-in/page.tsx': teams(200, 200),
  'app/check-in/[slug]/page.tsx': teams(200, 404),
  'app/organizer/page.tsx': teams(200, 200),
  'app/organizer/[slug]/page.tsx': desk,
  'app/organizer/[slug]/attendees/page.tsx': desk,
  'app/organizer/[slug]/attendees/[id]/page.tsx': desk,
  'app/organizer/[slug]/exports/page.tsx': desk,
  'app/organizer/[slug]/exports/[file]/route.ts': desk,
  'app/organizer/[slug]/mails/page.tsx': desk,
  'app/organizer/[slug]/mails/[id]/page.tsx': desk,
}

// Which key each file of actions asks for before it does anything.
const actions: Record<string, 'anybody' | 'requireAttendee(' | 'openDoor(' | 'openDesk('> = {
  'app/actions.ts': 'anybody',
  'app/sign-in/actions.ts': 'anybody',
  'app/events/[slug]/register/actions.ts': 'anybody',
  'app/my/actions.ts': 'requireAttendee(',
  'app/check-in/[slug]/actions.ts': 'openDoor(',
  'app/organizer/[slug]/attendees/[id]/actions.ts': 'openDesk(',
  'app/organizer/[slug]/mails/[id]/actions.ts': 'openDesk(',
}

const inTree = (name: RegExp) =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => `app/${file}`)
    .sort()

test('every door has its row, every row its door', () => {
  expect(inTree(/(^|\/)(page\.tsx|route\.ts)$/)).toEqual(Object.keys(doors).sort())
  expect(inTree(/(^|\/)actions\.ts$/)).toEqual(Object.keys(actions).sort())
})

test('every action asks for its key first', () => {
  for (const [file, key] of Object.entries(actions)) {
    if (key === 'anybody') continue
    const [, ...parts] = readFileSync(file, 'utf8').split('export async function ')
    for (const part of parts) expect(part.split('\n}')[0], file).toContain(key)
  }
})

for (const caller of callers) {
  test(`what ${caller} sees behind every door, asked in every way`, async ({ playwright, baseURL }) => {
    test.setTimeout(180_000)
    const event = await makeJourneyEvent()
    const person = await makeRegistration(event)
    const request = await requestAs(playwright, caller, event)
    for (const [file, seen] of Object.entries(doors)) {
      const address = addressOf(file, event.slug, person.id)
      const wanted = seen[caller]
      for (const method of ['GET', 'HEAD']) {
        const answer = await request.fetch(address, { method, maxRedirects: 0 })
        const words = `${method} ${address}`
        // next-auth itself knows no HEAD.
        const status = method === 'HEAD' && file.includes('nextauth') ? 400 : wanted
        expect.soft(answer.status(), words).toBe(status === 'sign-in' ? 307 : status)
        if (wanted === 'sign-in') expect.soft(answer.headers().location, words).toContain('/sign-in?to=')
      }
      const isClosed = wanted === 'sign-in' || wanted >= 400
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const ask = (origin: string) =>
          request.fetch(address, { method, maxRedirects: 0, headers: { origin } })
        const words = `${method} ${address}`
        expect
          .soft((await ask('https://elsewhere.example.org')).status(), `${words} from elsewhere`)
          .toBe(403)
        const status = (await ask(new URL(baseURL!).origin)).status()
        expect.soft(status, words).toBeLessThan(500)
        if (isClosed) expect.soft(status, words).toBeGreaterThanOrEqual(300)
      }
    }
    await request.dispose()
  })
}

test('the event of others looks like none at all', async ({ playwright }) => {
  const event = await makeJourneyEvent()
  const request = await requestAs(playwright, 'other', event)
  const titleOf = async (address: string) =>
    /<title>[^<]*/.exec(await (await request.get(address)).text())?.[0]
  for (const room of ['/organizer/', '/check-in/'])
    expect(await titleOf(`${room}${event.slug}`)).toBe(await titleOf(`${room}nothing-of-this-name`))
  await request.dispose()
})

function addressOf(file: string, slug: string, id: string): string {
  const filled = { slug, id, file: 'attendees.csv', token: 'nobody-has-this-token', '...nextauth': 'session' }
  return file
    .replace(/^app|\/(page\.tsx|route\.ts)$/g, '')
    .replace(/\[([^\]]+)\]/g, (_, name: keyof typeof filled) => filled[name])
    .replace(/^$/, '/')
}

async function requestAs(
  playwright: PlaywrightWorkerArgs['playwright'],
  caller: Caller,
  event: Awaited<ReturnType<typeof makeJourneyEvent>>,
): Promise<APIRequestContext> {
  const cookie = await cookieOf(caller, event)
  return await playwright.request.newContext({
    baseURL: process.env.BASE_URL!,
    extraHTTPHeaders: cookie ? { cookie } : {},
  })
}

async function cookieOf(caller: Caller, event: Awaited<ReturnType<typeof makeJourneyEvent>>) {
  if (caller === 'nobody') return ''
  if (caller === 'attendee') return `lanyard_my=${(await makeRegistration(event)).manageToken}`
  const roles = caller === 'door' ? { [event.id]: 'check_in' as const } : await otherRoles()
  return `${sessionCookie().name}=${await makeSession(await makeUser({ roles }))}`
}

async function otherRoles() {
  const other = await makeJourneyEvent(4, (file) => ({ ...file, title: `Other ${newId()}` }))
  return { [other.id]: 'organizer' as const }
}
