import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import sharp from 'sharp'
import { makeEvent } from '@/prisma/factories/events'
import { makeJourneyEvent } from './support/make-journey-event'

test('the front page leads to the event, and nothing is loaded from elsewhere', async ({ page, baseURL }) => {
  const event = await makeJourneyEvent()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin) elsewhere.push(request.url())
  })
  await page.goto('/')
  await page.locator(`a[href="/events/${event.slug}"]`).first().click()
  await expect(page).toHaveURL(`/events/${event.slug}`)
  await expect(page.getByRole('heading', { name: event.title, level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Register' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(event.title)
  expect(elsewhere).toEqual([])
})

test('somebody far away reads their own hours, from the start to the end', async ({ browser }) => {
  const event = await makeJourneyEvent()
  const context = await browser.newContext({ timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await page.goto(`/events/${event.slug}`)
  const hours = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'America/New_York',
  })
  const own = `In your time: ${hours.formatRange(event.startsAt, event.endsAt)}`
  await expect(page.getByText(own.replaceAll(/\s/g, ' '))).toBeVisible()
  await context.close()
})

test('names that were printed once lead to the present one for good', async ({ request }) => {
  const event = await makeJourneyEvent()
  for (const below of ['', '/register', '/calendar.ics']) {
    const answer = await request.get(`/events/4${event.slug}${below}`, { maxRedirects: 0 })
    expect(answer.status()).toBe(308)
    expect(new URL(answer.headers().location!, answer.url()).pathname).toBe(`/events/${event.slug}${below}`)
  }
})

test('both calendars can be read by a calendar', async ({ request }) => {
  const event = await makeJourneyEvent()
  for (const address of [`/events/${event.slug}/calendar.ics`, '/calendar.ics']) {
    const calendar = new ICAL.Component(ICAL.parse(await (await request.get(address)).text()))
    const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))
    const entry = entries.find(({ uid }) => uid.startsWith(event.id))!
    expect(entry.summary).toBe(event.title)
    expect(entry.startDate.toJSDate()).toEqual(event.startsAt)
  }
})

test('whoever shares the address shows a picture of the event, unless it is not out yet', async ({
  page,
  request,
  baseURL,
}) => {
  const event = await makeJourneyEvent(4, (file) => ({ ...file, title: 'Übermütige Größe 👩‍💻 مرحبا' }))
  await page.goto(`/events/${event.slug}`)
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  expect(picture).toContain(`${baseURL}/events/${event.slug}/opengraph-image`)
  await expect(page.locator('meta[name="twitter:image"]')).toHaveAttribute('content', picture!)
  const answer = await request.get(picture!)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('image/png')
  expect(await sharp(await answer.body()).metadata()).toMatchObject({ width: 1200, height: 630 })
  const draft = await makeEvent({ status: 'draft' })
  for (const slug of [draft.slug, 'nothing-of-this-name'])
    expect((await request.get(`/events/${slug}/opengraph-image`)).status()).toBe(404)
  const old = await request.get(`/events/4${event.slug}/opengraph-image`, { maxRedirects: 0 })
  expect(old.headers().location).toContain(`/events/${event.slug}/opengraph-image`)
})

test('what does not exist says so, and every answer carries its protection', async ({ page }) => {
  const answer = await page.goto('/events/nothing-of-this-name')
  expect(answer!.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  const headers = (await page.request.get('/')).headers()
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['x-powered-by']).toBeUndefined()
})
