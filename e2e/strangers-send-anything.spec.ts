import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { newId } from '@/lib/ids'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { type AnyRequest, anyRequest, send } from './support/any-request'
import { attendeeCookie, phoneCookie, teamCookie } from './support/callers'
import { makeScene } from './support/deeds'
import { addressOf, inTree } from './support/in-tree'

// `npm run fuzz` sends twenty thousand.
const count = Number(process.env.FUZZ_REQUESTS ?? 600)

const fuzz = process.env.FUZZ_REQUESTS ? test : test.skip
fuzz('whatever is sent to whichever door by whomever, the house stands', async ({ request }) => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
  test.setTimeout(60_000 + count * 100)
  const scene = await makeScene()
  const { event, person, mailId, handoutId } = scene
  const cookies = [
    '',
    attendeeCookie(person.manageToken),
    await phoneCookie(event, 'scan_only'),
    await phoneCookie(event, 'supervisor'),
    await teamCookie(event, 'check_in'),
    await teamCookie(event, 'organizer'),
    await teamCookie(event, 'owner'),
    `${sessionCookie().name}=${await makeSession(await makeUser({ isAdmin: true }))}`,
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
  const files = inTree(/(^|\/)(page\.tsx|route\.ts)$/)
  const doors = [parts, parts, others, third].flatMap((known) => files.map((file) => addressOf(file, known)))
  const addressFor = ({ door }: AnyRequest) => doors[door % doors.length]!
  const cookieFor = ({ caller }: AnyRequest) => cookies[caller % cookies.length]!

  const broken: string[] = []
  const waiting = fc.sample(anyRequest, { numRuns: count, seed })
  const sendNext = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const status = await send(process.env.BASE_URL!, one, addressFor(one), cookieFor(one)).catch(String)
      if (typeof status === 'string' || status >= 500)
        broken.push(`${status}: ${addressFor(one)} ${JSON.stringify({ ...one, cookie: cookieFor(one) })}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, sendNext))
  expect(broken, `FUZZ_SEED=${seed} sends the same again`).toEqual([])
  expect((await request.get('/api/health/ready')).status()).toBe(200)
})
