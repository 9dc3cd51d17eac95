import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeDevice } from '@/prisma/factories/devices'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

type Phone = { name: string; token: string }
let event: MadeEvent
let phone: Phone

test.beforeEach(async ({ context }) => {
  event = await makeJourneyEvent()
  phone = await makeDevice(event, { name: 'Phone North', queueLength: 2 })
  await signIn(context, { [event.id]: 'owner' })
})

test('who is scanned appears by themselves, at the desk and on the wall, without a name unless somebody chose so', async ({
  page,
  context,
  request,
}) => {
  const zoe = await makeRegistration(event, { name: 'Zoë Sample' })
  await makeRegistration(event, { name: 'Ada Example', organization: 'Example Works' })
  await page.goto(`/organizer/${event.slug}`)
  await page.getByRole('link', { name: 'Arrivals', exact: true }).click()
  await expect(page.getByText('0 of 2')).toBeVisible()
  await expect(page.getByRole('main').getByText('Example Works')).toBeVisible()
  await expect(page.getByRole('row', { name: /Phone North/ })).toContainText('2')
  const wall = await context.newPage()
  await wall.goto(`/organizer/${event.slug}/arrivals/screen`)
  await expect(wall.getByText('0 of 2')).toBeVisible()

  await scan(request, { registrationId: zoe.id })
  for (const each of [page, wall]) await expect(each.getByText('1 of 2')).toBeVisible({ timeout: 3_000 })
  await expect(page.getByRole('listitem').filter({ hasText: 'Zoë Sample' })).toContainText('Phone North')
  await expect(page.getByText('One person who is expected has not come yet.')).toBeVisible()
  await expect(wall.getByText('Zoë')).toHaveCount(0)
  await wall.getByRole('link', { name: 'Show names' }).click()
  await expect(wall.getByText('Zoë Sample')).toBeVisible()
  await expectNothingToScroll(wall)
})

test('who was let in without network though cancelled, and who by two phones, is there to look at, once', async ({
  page,
  request,
}) => {
  const [gone, twice] = [
    await makeRegistration(event, { name: 'Grace Gone', status: 'cancelled' }),
    await makeRegistration(event, { name: 'Tess Twice' }),
  ]
  const other = await makeDevice(event, { name: 'Phone South' })
  await page.goto(`/organizer/${event.slug}/arrivals`)
  await expect(page.getByRole('heading', { name: 'Look at this' })).toHaveCount(0)
  const offline = { told: 'arrived', at: new Date(Date.now() - 3_600_000).toISOString() } as const
  await scan(request, { ...offline, registrationId: gone.id })
  await scan(request, { ...offline, registrationId: twice.id })
  const later = new Date(Date.now() - 1_800_000).toISOString()
  await scan(request, { ...offline, at: later, registrationId: twice.id }, other)
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words })
  await expect(line('Phone North let in Grace Gone')).toContainText('The list says: cancelled.')
  await expect(line('Tess Twice was let in twice: by Phone North')).toContainText('by Phone South')
  await line('Grace Gone').getByRole('button', { name: 'I looked at it' }).click()
  await expect(page.getByText('Looked at: 1')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I looked at it' })).toHaveCount(1)
  await page.goto(`/organizer/${event.slug}/history`)
  await expect(page.getByText(/looked at what the door told about Grace Gone/)).toBeVisible()
})

test('where people are scanned out, who is inside is counted', async ({ page, request }) => {
  await db().checkInPoint.update({ where: { id: event.arrivalPoint.id }, data: { hasExits: true } })
  const people = [await makeRegistration(event), await makeRegistration(event)]
  for (const { id } of people) await scan(request, { registrationId: id })
  await scan(request, { registrationId: people[0]!.id, kind: 'leave' })
  await page.goto(`/organizer/${event.slug}/arrivals`)
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: event.arrivalPoint.name }) })
  await expect(row.getByRole('cell')).toHaveText(['2', '1'])
  await page.goto(`/organizer/${event.slug}/arrivals/screen`)
  await expect(page.getByText('is inside right now')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the page says what it knew when it was asked, and the wall asks again by itself', async ({
    page,
    request,
  }) => {
    const { id } = await makeRegistration(event, { name: 'Zoë Sample' })
    await scan(request, { registrationId: id })
    await page.goto(`/organizer/${event.slug}/arrivals`)
    await expect(page.getByText('1 of 1')).toBeVisible()
    await page.goto(`/organizer/${event.slug}/arrivals/screen`)
    await expect(page.getByText('1 of 1')).toBeVisible()
    expect(await page.content()).toMatch(/http-equiv="refresh"/i)
  })
})

test('a phone hears of the others within two seconds, and that it was sent away within five', async ({
  request,
}) => {
  const { id } = await makeRegistration(event)
  const sentAway = await makeDevice(event)
  const snapshot = await (await ask(request, 'snapshot', sentAway)).json()
  const stream = await fetch(
    `${process.env.BASE_URL}/api/check-in/${event.slug}/live?since=${snapshot.cursor}`,
    {
      headers: { authorization: `Bearer ${sentAway.token}`, 'accept-encoding': 'gzip' },
    },
  )
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.headers.get('content-encoding')).toBeNull()
  const words = hear(stream)
  const factId = await scan(request, { registrationId: id })
  await expect.poll(words, { timeout: 2_000, intervals: [50] }).toContain(factId)
  await db().device.update({ where: { id: sentAway.id }, data: { revokedAt: new Date() } })
  await expect.poll(words, { timeout: 5_000, intervals: [50] }).toContain('event: over')
  expect((await ask(request, 'snapshot', sentAway)).status()).toBe(401)
})

test('a snapshot that is known already is not sent again; a device that only scans may not search', async ({
  request,
}) => {
  await makeRegistration(event, { name: 'Zoë Sample' })
  const first = await ask(request, 'snapshot', phone)
  expect(first.headers()['content-encoding']).toBe('br')
  expect((await first.json()).people).toMatchObject([{ n: 'Zoë Sample' }])
  const known = { 'if-none-match': first.headers().etag! }
  expect((await ask(request, 'snapshot', phone, known)).status()).toBe(304)
  await makeRegistration(event)
  expect((await ask(request, 'snapshot', phone, known)).status()).toBe(200)
  const supervisor = await makeDevice(event, { role: 'supervisor' })
  const search = ({ token }: Phone, text: string) =>
    request.post(`/api/check-in/${event.slug}/search`, {
      data: { text, point: event.arrivalPoint.key },
      headers: { authorization: `Bearer ${token}` },
    })
  expect((await search(phone, 'zo')).status()).toBe(403)
  expect((await (await search(supervisor, 'zo')).json()).people).toMatchObject([{ name: 'Zoë Sample' }])
  expect((await (await search(supervisor, 'z')).json()).people).toEqual([])
})

type Told = { registrationId: string; kind?: 'leave'; told?: 'arrived'; at?: string }

async function scan(request: APIRequestContext, told: Told, by = phone): Promise<string> {
  const id = newId()
  const scans = [{ id, kind: 'arrive', at: new Date().toISOString(), ...told }]
  const answer = await request.post(`/api/check-in/${event.slug}/scans`, {
    data: { device: by.name, scans },
    headers: { authorization: `Bearer ${by.token}` },
  })
  expect(answer.status()).toBe(200)
  return id
}

const ask = (request: APIRequestContext, door: string, { token }: Phone, headers = {}) =>
  request.get(`/api/check-in/${event.slug}/${door}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  })

/** What a stream has said so far, for as long as it lasts. */
function hear({ body }: Response): () => string {
  let said = ''
  const decoder = new TextDecoder()
  const write = (chunk: Uint8Array) => {
    said += decoder.decode(chunk)
  }
  void body!.pipeTo(new WritableStream({ write }))
  return () => said
}

async function expectNothingToScroll(page: Page) {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    const isWhole = () =>
      page.evaluate(() => {
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
        return scrollHeight <= clientHeight && scrollWidth <= clientWidth
      })
    expect(await isWhole()).toBe(true)
  }
}
