import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { db } from '@/lib/db/client'
import { makeDevice } from '@/prisma/factories/devices'
import { makeRegistration } from '@/prisma/factories/registrations'
import { openDoor, tapOn } from './support/door-page'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

test('a device that only scans takes whole codes and finds nobody by name', async ({ page, context }) => {
  const { event, zoe } = await makeDoor()
  const device = await makeDevice(event, { role: 'scan_only', endsAt: event.endsAt })
  await context.addCookies([{ name: deviceCookie().name, value: device.token, url: process.env.BASE_URL! }])
  await openDoor(page, event.slug)
  const field = page.getByRole('searchbox', { name: 'Code' })
  await field.fill('Zoë')
  await field.press('Enter')
  const answer = page.getByRole('status')
  await expect(answer).toContainText('nobody has this code')
  await expect(page.getByText('Zoë')).toHaveCount(0)
  await field.fill(zoe.code.toLowerCase())
  await field.press('Enter')
  await expect(answer).toContainText('Come in, Zoë')
})

test('where exits are scanned, the page says who is inside now', async ({ page, context }) => {
  const { event } = await makeDoor(context)
  await db().checkInPoint.updateMany({
    where: { eventId: event.id, isArrival: true },
    data: { hasExits: true },
  })
  await openDoor(page, event.slug)
  await tapOn(page, 'Zoë')
  const answer = page.getByRole('status')
  await expect(answer).toContainText('Come in, Zoë')
  await expect(page.getByText('1 inside now')).toBeVisible()
  await page.getByRole('button', { name: 'Going out' }).click()
  await tapOn(page, 'Zoë')
  await expect(answer).toContainText('Goodbye, Zoë')
  await expect(page.getByText('0 inside now')).toBeVisible()
  await page.getByRole('button', { name: 'Undo: still inside' }).click()
  await expect(answer).toContainText('Undone: Zoë is still inside')
  await expect(page.getByText('1 inside now')).toBeVisible()
})

test('a newer page is offered, and the open one goes on until somebody wants it', async ({
  page,
  context,
}) => {
  const { event } = await makeDoor(context)
  await openDoor(page, event.slug)
  await tapOn(page, 'Zoë')
  await askAsAnOldPage(page)
  const offer = page.getByRole('button', { name: 'Load it' })
  await expect(offer).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Come in, Zoë')
  await tapOn(page, 'Ada')
  await expect(page.getByRole('status')).toContainText('Come in, Ada')
  await offer.click()
  await expect(page.getByText('2 of 2 arrived')).toBeVisible()
  await expect(offer).toBeHidden()
})

test('a phone forgets everything when it is told to, and can begin again', async ({ page, context }) => {
  const { event } = await makeDoor(context)
  await openDoor(page, event.slug)
  await page.getByText('This device', { exact: true }).click()
  await page.getByRole('button', { name: 'Forget everything on this device' }).click()
  await page.getByRole('button', { name: 'Yes, forget it' }).click()
  await expect(page.getByRole('heading', { name: 'This door is closed on this device' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the door again' }).click()
  await expect(page.locator('[data-door=open]')).toBeVisible()
})

test('a phone can put the door of an event among its apps', async ({ page, context }) => {
  const { event } = await makeDoor(context)
  await page.goto(`/check-in/${event.slug}`)
  const link = page.locator('link[rel=manifest]')
  const manifest = await page.request.get((await link.getAttribute('href'))!)
  expect(await manifest.json()).toMatchObject({
    start_url: `/check-in/${event.slug}`,
    display: 'standalone',
    name: expect.stringContaining('SCS Community Hackathon'),
  })
  for (const { src } of (await manifest.json()).icons) expect((await page.request.get(src)).ok()).toBe(true)
})

async function makeDoor(context?: BrowserContext) {
  const event = await makeJourneyEvent()
  const zoe = await makeRegistration(event, { name: 'Zoë Sample' })
  await makeRegistration(event, { name: 'Ada Example' })
  if (context) await signIn(context, { [event.id]: 'check_in' })
  return { event, zoe }
}

/** As a page does that was made by an older build: the files it names are not those of today's. */
const askAsAnOldPage = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    const look = { path: location.pathname, made: ['/_next/static/chunks/of-an-older-build.js'] }
    active!.postMessage({ look })
  })
