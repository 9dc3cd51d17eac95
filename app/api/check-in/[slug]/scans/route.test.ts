import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { type MadeRegistration, makeRegistration } from '@/prisma/factories/registrations'
import { makeAccessToken, makeSession, makeUser } from '@/prisma/factories/team'
import { POST } from './route'

// Cookies belong to a running server's request; here the browser holds this one.
const browser = vi.hoisted(() => ({ session: undefined as string | undefined }))
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => (browser.session ? { value: browser.session } : undefined) }),
}))
// Imported on the way by what pages need; its browser half does not load outside a bundler.
vi.mock('next/navigation', () => ({ redirect: vi.fn(), notFound: vi.fn(), forbidden: vi.fn() }))

useTestDatabase()

let event: MadeEvent
let ada: MadeRegistration
let user: { id: string }
let token: string

beforeEach(async () => {
  browser.session = undefined
  event = await makeEvent()
  ada = await makeRegistration(event, { name: 'Ada Example' })
  user = await makeUser({ roles: { [event.id]: 'check_in' } })
  token = await makeAccessToken('check_in_api', user, { eventId: event.id })
})

describe('a program with a token', () => {
  test('marks an arrival by code; the same batch again is answered alike', async () => {
    const body = {
      device: 'phone A',
      scans: [{ id: newId(), code: ada.code, kind: 'arrive', at: '2026-04-16T09:12:00+02:00' }],
    }
    const first = await post({ body })
    expect(first).toMatchObject({
      status: 200,
      json: { results: [{ id: body.scans[0]!.id, outcome: 'arrived', person: { name: 'Ada Example' } }] },
    })
    expect(await post({ body })).toEqual(first)
  })

  test('an old name of the event leads to the same door', async () => {
    await db().eventSlug.create({ data: { slug: `old-${event.slug}`, eventId: event.id } })
    expect(await post({ slug: `old-${event.slug}` })).toMatchObject({ status: 200, json: { results: [] } })
  })

  test.each([
    ['nobody handed out', () => 'invented'],
    ['expired', () => changed({ expiresAt: new Date(Date.now() - 1000) })],
    ['revoked', () => changed({ revokedAt: new Date() })],
    ['for signing in', () => makeAccessToken('sign_in', user, { eventId: event.id })],
    ['of a disabled person', () => ofUser({ disabledAt: new Date() })],
    ['of somebody who left the team', () => leaveTeam()],
    ['with nothing in it', () => ''],
  ])('that is %s: 401, even for an empty batch', async (_, make) => {
    expect(await post({ token: await make() })).toMatchObject({ status: 401 })
  })

  test('of another event: 404, as for an event that nobody knows', async () => {
    const other = await makeEvent()
    expect(await post({ slug: other.slug })).toMatchObject({ status: 404 })
    expect(await post({ slug: 'never-heard-of' })).toMatchObject({ status: 404 })
    expect(await post({ slug: other.slug, token: 'invented' })).toMatchObject({ status: 401 })
  })

  test('is not helped by a good session', async () => {
    browser.session = await makeSession(user)
    expect(await post({ token: 'invented' })).toMatchObject({ status: 401 })
  })
})

describe('somebody signed in', () => {
  test('in the team: answered', async () => {
    browser.session = await makeSession(user)
    expect(await post({ token: null })).toMatchObject({ status: 200, json: { results: [] } })
  })

  test('nobody: 401; a stranger: 404 for a real event and for none', async () => {
    expect(await post({ token: null })).toMatchObject({ status: 401 })
    browser.session = await makeSession(await makeUser())
    expect(await post({ token: null })).toMatchObject({ status: 404 })
    expect(await post({ token: null, slug: 'never-heard-of' })).toMatchObject({ status: 404 })
  })
})

describe('a malformed batch is 400 and nothing of it is kept', () => {
  const id = newId()
  const scan = { id, code: 'X', kind: 'arrive', at: '2026-04-16T09:12:00Z' }
  const batch = (more: object) => ({
    device: 'phone A',
    scans: [
      { ...scan, id: newId() },
      { ...scan, ...more },
    ],
  })
  test.each([
    ['no object', [], []],
    ['no device', { scans: [] }, ['device']],
    ['a device of 81 letters', { device: 'x'.repeat(81), scans: [] }, ['device']],
    ['a device with a NUL', { device: 'a\0b', scans: [] }, ['device']],
    ['501 scans', { device: 'phone A', scans: Array(501).fill(scan) }, ['scans']],
    ['an unknown key', { device: 'phone A', scans: [], more: 1 }, []],
    ['an unknown key in a scan', batch({ name: 'Ada' }), ['scans', 1]],
    ['an id that is none', batch({ id: '1' }), ['scans', 1, 'id']],
    ['a kind that is none', batch({ kind: 'dance' }), ['scans', 1, 'kind']],
    ['a time without a zone', batch({ at: '2026-04-16T09:12:00' }), ['scans', 1, 'at']],
    ['a time that is none', batch({ at: 'yesterday' }), ['scans', 1, 'at']],
    ['a time before all times', batch({ at: '0000-01-01T00:00:00Z' }), ['scans', 1, 'at']],
    ['nobody to scan', batch({ code: undefined }), ['scans', 1]],
    ['two people in one scan', batch({ registrationId: id }), ['scans', 1]],
    ['half of a letter', batch({ code: '\ud800' }), ['scans', 1, 'code']],
    ['a force that is a word', batch({ force: 'yes' }), ['scans', 1, 'force']],
  ])('%s', async (_, body, path) => {
    const answer = await post({ body })
    expect(answer).toMatchObject({ status: 400, json: { error: { message: expect.any(String) } } })
    expect(answer.json.error.issues[0].path).toEqual(path)
    expect(await db().checkInFact.count({ where: { eventId: event.id } })).toBe(0)
  })

  test('no JSON at all, and more than anybody scans', async () => {
    expect(await post({ text: '{' })).toMatchObject({ status: 400 })
    expect(await post({ text: ' '.repeat(1_000_001) })).toMatchObject({ status: 413 })
  })
})

type Call = { slug?: string; token?: string | null; body?: unknown; text?: string }

async function post({ slug = event.slug, body = { device: 'phone A', scans: [] }, text, ...call }: Call) {
  const bearer = call.token === undefined ? token : call.token
  const request = new Request(`http://localhost/api/check-in/${slug}/scans`, {
    method: 'POST',
    headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
    body: text ?? JSON.stringify(body),
  })
  const response = await POST(request, { params: Promise.resolve({ slug }) })
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, json: await response.json() }
}

async function changed(data: { expiresAt?: Date; revokedAt?: Date }): Promise<string> {
  await db().accessToken.updateMany({ where: { userId: user.id }, data })
  return token
}

async function ofUser(data: { disabledAt: Date }): Promise<string> {
  await db().user.update({ where: { id: user.id }, data })
  return token
}

async function leaveTeam(): Promise<string> {
  await db().teamMember.deleteMany({ where: { userId: user.id } })
  return token
}
