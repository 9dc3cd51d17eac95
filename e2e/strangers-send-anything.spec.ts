import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { type AnyPress, anyPress, press } from './support/any-press'
import { type AnyRequest, anyRequest, send } from './support/any-request'
import { attendeeCookie, phoneCookie, teamCookie } from './support/callers'
import { makeScene } from './support/deeds'
import { addressOf, inTree } from './support/in-tree'

// `npm run fuzz` sends twenty thousand others each time. Only then nobody else is in the house, and buttons of the whole
// house are pressed.
const count = Number(process.env.FUZZ_REQUESTS ?? 300)
const isAlone = process.env.FUZZ_REQUESTS !== undefined

test('whatever is sent to whichever door by whomever, the house stands', async ({ request }) => {
  const seed = Number(process.env.FUZZ_SEED ?? (isAlone ? Date.now() % 2 ** 31 : 1))
  test.setTimeout(60_000 + count * 100)
  const broken: string[] = []
  const waiting = fc.sample(fc.oneof(anyRequest, anyPress), { numRuns: count, seed })
  while (waiting.length > 0) {
    // Much is pressed, cancelled and left: others come, to a new event.
    const { doors, pages, cookies } = await openRound()
    const some = waiting.splice(0, 300)
    const sendNext = async () => {
      for (let one = some.pop(); one; one = some.pop()) {
        const address = 'form' in one ? pages[one.door % pages.length]! : doors[one.door % doors.length]!
        const cookie =
          'form' in one && one.caller % 4 ? cookies[whoMay(address)]! : cookies[one.caller % cookies.length]!
        const status = await sendOne(one, address, cookie).catch(String)
        if (typeof status === 'string' || status >= 500)
          broken.push(`${status}: ${address} ${JSON.stringify({ ...one, cookie })}`)
      }
    }
    await Promise.all(Array.from({ length: 8 }, sendNext))
  }
  expect(broken, `FUZZ_SEED=${seed} sends the same again`).toEqual([])
  expect((await request.get('/api/health/ready')).status()).toBe(200)
})

async function sendOne(one: AnyRequest | AnyPress, address: string, cookie: string): Promise<number> {
  const base = process.env.BASE_URL!
  if (!('form' in one)) return (await send(base, one, address, cookie)).status
  const isOurs = !isAlone && /^\/(admin|sign-in)(\/|$)/.test(address)
  return await press(base, one, isOurs ? '/my' : address, cookie)
}

/** Whoever finds most forms behind a door. */
const whoMay = (address: string): number =>
  [/^\/my/, /^\/check-in/, /^\/(organizer|account)/, /^\/admin/].findIndex((rooms) => rooms.test(address)) + 1

/** Every door with whatever may stand in its address, and somebody of every kind to come to it. */
async function openRound(): Promise<Record<'doors' | 'pages' | 'cookies', string[]>> {
  const asAtFirst = { isSecondFactorRequired: false, eventCreators: null }
  if (isAlone) await db().installationSetting.updateMany({ data: asAtFirst })
  const { event, person, mailId, handoutId } = await makeScene()
  const cookies = [
    '',
    attendeeCookie(person.manageToken),
    await phoneCookie(event, 'supervisor'),
    await teamCookie(event, 'owner'),
    `${sessionCookie().name}=${await makeSession(await makeUser({ isAdmin: true }))}`,
    await phoneCookie(event, 'scan_only'),
    await teamCookie(event, 'check_in'),
    await teamCookie(event, 'organizer'),
  ]
  const parts = {
    slug: event.slug,
    id: person.id,
    token: newId(),
    registrationId: person.id,
    file: 'attendees.csv',
  }
  const others = { ...parts, id: mailId, slug: 'nothing-of-this-name', file: 'access.xlsx' }
  const third = { ...parts, id: handoutId, token: person.manageToken, file: '[file]' }
  const odd = { slug: '%00', id: '%00', token: '%00', registrationId: '%F0%9F', file: '%00.csv' }
  const files = inTree(/(^|\/)(page\.tsx|route\.ts)$/)
  const doors = [parts, parts, parts, others, third, odd].flatMap((known) =>
    files.map((file) => addressOf(file, known)),
  )
  const pages = files.filter((file) => file.endsWith('page.tsx')).map((file) => addressOf(file, parts))
  return { doors, pages, cookies }
}
