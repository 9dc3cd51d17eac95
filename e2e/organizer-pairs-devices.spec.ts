import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeDevice, makeDeviceLink } from '@/prisma/factories/devices'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { doorRecords, network, openDoor, tapOn } from './support/door-page'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

const outTitle = 'This phone is not paired any more'
const closedTitle = 'This door is closed on this device'

for (const javaScriptEnabled of [true, false]) {
  test(`a link and a PIN make a device of a phone, until it is sent away (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const event = await makeJourneyEvent()
    const ada = await makeRegistration(event, { name: 'Ada Example' })
    const [desk, phone] = [await open(browser, javaScriptEnabled), await open(browser, javaScriptEnabled)]
    await signIn(desk.context(), { [event.id]: 'organizer' })
    await desk.goto(`/organizer/${event.slug}/devices`)
    await expect(desk.getByText('No phone is paired yet')).toBeVisible()
    await desk.getByRole('textbox', { name: 'What it is for' }).fill('Main door')
    await desk.getByRole('button', { name: 'Make the link' }).click()
    const made = desk.getByRole('region', { name: /The link is made/ })
    const link = await made.locator('code').innerText()
    const pin = await made.locator('strong').innerText()
    expect(pin).toMatch(/^\d{6}$/)
    await expect(made.locator('svg')).toBeVisible()

    await phone.goto(link)
    await expect(phone.getByRole('heading', { level: 1 })).toContainText(event.title)
    await expect(phone.getByRole('textbox', { name: 'What this phone is called' })).toHaveValue('Phone A')
    expect(await db().device.count({ where: { eventId: event.id } })).toBe(0)
    await pair(phone, otherThan(pin))
    await expect(phone.getByText('That is not the PIN of this link.').first()).toBeVisible()
    if (!javaScriptEnabled) await expect(phone.getByRole('textbox', { name: 'PIN' })).toHaveValue('')
    await pair(phone, pin)
    await expect(phone).toHaveURL(`/check-in/${event.slug}`)
    await expect(phone.getByRole('heading', { level: 1 })).toContainText(event.title)
    // With JavaScript the page says by itself how many scans it has kept: none.
    if (javaScriptEnabled) await expect(phone.locator('[data-door=open]')).toBeVisible()

    const scan = { id: newId(), code: ada.code, kind: 'arrive', at: new Date().toISOString() }
    const scanned = await post(phone.request, event, 'scans', { device: 'whatever', scans: [scan] })
    expect((await scanned.json()).results).toMatchObject([{ id: scan.id, outcome: 'arrived' }])
    expect((await db().checkInFact.findFirstOrThrow({ where: { eventId: event.id } })).device).toBe('Phone A')
    if (!javaScriptEnabled)
      expect((await post(phone.request, event, 'seen', { queueLength: 12 })).status()).toBe(200)

    await desk.goto(`/organizer/${event.slug}/devices`)
    await expect(desk.locator('body')).not.toContainText(pin)
    const row = desk.getByRole('listitem').filter({ hasText: 'Phone A' })
    await expect(row).toContainText('just now')
    if (!javaScriptEnabled) await expect(row).toContainText('12 scans not sent yet')
    await row.getByRole('textbox', { name: 'Name of Phone A' }).fill('North door')
    await row.getByRole('button', { name: 'Rename' }).click()
    const renamed = desk.getByRole('listitem').filter({ hasText: 'North door' })
    await expect(renamed).toBeVisible()
    await confirm(renamed, javaScriptEnabled, 'Send away', 'Yes, send away')
    await expect(desk.getByText('The phone is out.')).toBeVisible()

    expect((await post(phone.request, event, 'seen', { queueLength: 0 })).status()).toBe(401)
    expect((await post(phone.request, event, 'scans', { device: 'whatever', scans: [] })).status()).toBe(401)
    if (javaScriptEnabled) await expect(phone.getByRole('heading', { name: closedTitle })).toBeVisible(slow)
    else {
      await phone.goto(`/check-in/${event.slug}`)
      await expect(phone.getByRole('heading', { name: outTitle })).toBeVisible()
      await desk.goto(`/organizer/${event.slug}/history`)
      await expect(desk.getByText('North door was paired for the door: scan only')).toBeVisible()
      await expect(desk.getByText(/sent North door away from the door/)).toBeVisible()
    }
    for (const page of [desk, phone]) await page.context().close()
  })
}

test('a phone that only scans finds nobody by name, is one at its own door only, and leaves by itself', async ({
  browser,
}) => {
  const [event, other] = [await makeJourneyEvent(), await makeJourneyEvent()]
  const zoe = await makeRegistration(event, { name: 'Zoë Sample' })
  const page = await open(browser, false)
  await hold(page, (await makeDevice(event)).token)
  await page.goto(`/check-in/${event.slug}?q=zo`)
  await expect(page.getByText('Nobody called “zo”')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Code', exact: true })).toHaveValue('zo')
  await expect(page.getByText('Zoë')).toHaveCount(0)
  await page.goto(`/check-in/${event.slug}?q=${zoe.code}`)
  await page.getByRole('button', { name: /Zoë Sample/ }).click()
  await expect(page.getByRole('status').first()).toContainText('Come in, Zoë')
  expect((await page.goto(`/check-in/${event.slug}/meals`))?.status()).toBe(403)
  expect((await page.goto(`/check-in/${other.slug}`))?.status()).toBe(404)
  expect((await post(page.request, other, 'seen', { queueLength: 0 })).status()).toBe(404)

  await page.goto(`/check-in/${event.slug}`)
  for (const name of ['What do you eat?', 'All events'])
    await expect(page.getByRole('link', { name })).toHaveCount(0)
  await confirm(page.locator('body'), false, 'Unpair this phone', 'Yes, unpair')
  await expect(page.getByRole('heading', { name: 'This phone is unpaired' })).toBeVisible()
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: deviceCookie().name }),
  )
  await page.goto(`/check-in/${event.slug}`)
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await page.context().close()
})

test('a supervisor’s phone searches, and whoever signs in on a phone that was sent away is the team again', async ({
  browser,
}) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample' })
  const page = await open(browser, false)
  const device = await makeDevice(event, { role: 'supervisor' })
  await hold(page, device.token)
  await page.goto(`/check-in/${event.slug}?q=zo`)
  await expect(page.getByRole('button', { name: /Zoë Sample/ })).toBeVisible()
  await db().device.update({ where: { id: device.id }, data: { revokedAt: new Date() } })
  await page.goto(`/check-in/${event.slug}?q=zo`)
  await expect(page.getByRole('heading', { name: outTitle })).toBeVisible()
  await signIn(page.context(), { [event.id]: 'check_in' })
  await page.goto(`/check-in/${event.slug}?q=zo`)
  await expect(page.getByRole('button', { name: /Zoë Sample/ })).toBeVisible()
  await page.context().close()
})

test('a phone that was asleep while it was sent away forgets its people when it wakes, and says what it had not sent', async ({
  browser,
}) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample' })
  const device = await makeDevice(event, { role: 'supervisor' })
  const asleep = await open(browser, true)
  await hold(asleep, device.token)
  await openDoor(asleep, event.slug)
  expect((await doorRecords(asleep)).count).toBeGreaterThan(0)
  await asleep.context().setOffline(true)
  await tapOn(asleep, 'Zoë')
  await network(asleep, '1 waiting to be sent')
  await asleep.goto('about:blank')
  await asleep.context().setOffline(false)
  await db().device.update({ where: { id: device.id }, data: { revokedAt: new Date() } })
  await asleep.goto(`/check-in/${event.slug}`)
  // A server that takes longer than three seconds is not waited for: then the page that was kept says the same.
  await expect(asleep.getByRole('heading', { name: new RegExp(`${outTitle}|${closedTitle}`) })).toBeVisible(
    slow,
  )
  const lost = asleep.getByRole('alert').filter({ hasText: 'had not sent is lost: one entry' })
  await expect(lost).toContainText(`${event.title}Entrance: 1`, slow)
  await expect.poll(async () => (await doorRecords(asleep)).count).toBe(0)
  await asleep.reload()
  await lost.getByRole('button', { name: 'I have read this' }).click()
  await expect(lost).toBeHidden()
  await asleep.context().close()
})

test('a phone whose storage is full has every file of its page from the network, and learns that it was sent away', async ({
  browser,
}) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample' })
  const device = await makeDevice(event)
  const full = await open(browser, true)
  await hold(full, device.token)
  await openDoor(full, event.slug)
  const origin = new URL(full.url()).origin
  await full.goto('/sign-in')
  await full.evaluate(() => caches.delete('door-files'))
  const chromium = await full.context().newCDPSession(full)
  await chromium.send('Network.enable')
  await chromium.send('Network.clearBrowserCache')
  await chromium.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await db().device.update({ where: { id: device.id }, data: { revokedAt: new Date() } })
  const isFull = full.evaluate(async () =>
    (await caches.open('door-files')).put('/check-in/icon-192.png', new Response('x'.repeat(1_000))).then(
      () => false,
      () => true,
    ),
  )
  expect(await isFull).toBe(true)
  expect((await doorRecords(full)).count).toBeGreaterThan(0)
  const missing: string[] = []
  full.on('requestfailed', (request) => missing.push(request.url()))
  await full.goto(`/check-in/${event.slug}`)
  await expect(full.getByRole('heading', { name: new RegExp(`${outTitle}|${closedTitle}`) })).toBeVisible(
    slow,
  )
  await expect.poll(async () => (await doorRecords(full)).count).toBe(0)
  expect(missing.filter((address) => address.includes('/_next/static/'))).toEqual([])
  await full.context().close()
})

test('five wrong PINs pause a link and the organizer sees it; the phones that are paired go on', async ({
  browser,
}) => {
  const event = await makeJourneyEvent()
  const link = await makeDeviceLink(event)
  const [desk, stranger, phone] = [
    await open(browser, true),
    await open(browser, true),
    await open(browser, false),
  ]
  await hold(phone, (await makeDevice(event, { linkId: link.id, name: 'Phone A' })).token)
  await stranger.goto(`/check-in/pair/${link.token}`)
  for (let at = 1; at <= 5; at++) {
    await pair(stranger, otherThan(link.pin))
    await expect
      .poll(async () => (await db().deviceLink.findUniqueOrThrow({ where: { id: link.id } })).wrongPins)
      .toBe(at)
  }
  await pair(stranger, link.pin)
  await expect(stranger.getByText('Too many wrong PINs.', { exact: false }).first()).toBeVisible()
  expect((await post(phone.request, event, 'seen', { queueLength: 0 })).status()).toBe(200)

  await signIn(desk.context(), { [event.id]: 'owner' })
  await desk.goto(`/organizer/${event.slug}/devices`)
  await expect(desk.getByText('5 wrong PINs since the last phone was paired.')).toBeVisible()
  await confirm(desk.locator('article'), true, 'Take the link back', 'Yes, take it back')
  await expect(desk.getByText('The link is taken back, and its phones are out.')).toBeVisible()
  expect((await post(phone.request, event, 'seen', { queueLength: 0 })).status()).toBe(401)
  const words = await stranger
    .goto(`/check-in/pair/${link.token}`)
    .then(() => stranger.locator('main').innerText())
  await stranger.goto('/check-in/pair/nobody-has-this-token')
  await expect(stranger.locator('main')).toHaveText(words, { useInnerText: true })
  for (const page of [desk, stranger, phone]) await page.context().close()
})

test('a link that begins later says when, in German too, on a narrow phone', async ({ browser }) => {
  const event = await makeJourneyEvent()
  const hour = 3_600_000
  const early = await makeDeviceLink(event, { validFrom: new Date(Date.now() + hour) })
  const now = await makeDeviceLink(event)
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 320, height: 640 },
    baseURL: process.env.BASE_URL,
  })
  const page = await context.newPage()
  await page.goto(`/check-in/pair/${early.token}`)
  await expect(page.getByRole('heading', { name: 'Noch nicht' })).toBeVisible()
  await page.goto(`/check-in/pair/${now.token}`)
  await expect(page.getByRole('textbox', { name: 'Wie dieses Handy heißt' })).toHaveValue('Handy A')
  await makeDevice(event, { linkId: now.id, name: 'Handy A' })
  await page.getByRole('textbox', { name: 'PIN' }).fill(now.pin)
  await page.getByRole('button', { name: 'Dieses Handy koppeln' }).click()
  await expect(page.getByRole('textbox', { name: 'Wie dieses Handy heißt' })).toHaveValue('Handy B')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await context.close()
})

const open = async (browser: Browser, javaScriptEnabled: boolean): Promise<Page> =>
  (await browser.newContext({ locale: 'en-GB', javaScriptEnabled, baseURL: process.env.BASE_URL })).newPage()

/** The phone is paired already. */
const hold = (page: Page, value: string) =>
  page.context().addCookies([{ name: deviceCookie().name, value, url: process.env.BASE_URL! }])

/** On a machine that has other things to do. */
const slow = { timeout: 15_000 }

const otherThan = (pin: string) => (pin === '000000' ? '111111' : '000000')

async function pair(page: Page, pin: string) {
  await page.getByRole('textbox', { name: 'PIN' }).fill(pin)
  await page.getByRole('button', { name: 'Pair this phone' }).click()
}

const post = (request: APIRequestContext, { slug }: MadeEvent, door: string, data: unknown) =>
  request.post(`/api/check-in/${slug}/${door}`, {
    data,
    headers: { origin: new URL(process.env.BASE_URL!).origin },
  })

async function confirm(part: ReturnType<Page['locator']>, isLive: boolean, press: string, yes: string) {
  const trigger = isLive
    ? part.getByRole('button', { name: press, exact: true })
    : part.getByText(press, { exact: true })
  await trigger.click()
  await part.getByRole('button', { name: yes }).click()
}
