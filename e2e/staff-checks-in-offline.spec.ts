import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { db } from '@/lib/db/client'
import { makeDevice } from '@/prisma/factories/devices'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { doorRecords, network, openDoor, tapOn } from './support/door-page'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

test('without network everybody is answered, after a reload too, and the list hears of it later', async ({
  page,
  context,
}) => {
  const { event, zoe } = await makeDoor(context)
  await openDoor(page, event.slug)
  await context.setOffline(true)
  await network(page, /Offline since/)
  await tapOn(page, 'Zoë')
  const answer = page.getByRole('status')
  await expect(answer).toContainText('Come in, Zoë')
  await expect(answer).toContainText('No camera sticker')
  await network(page, '1 waiting to be sent')

  await page.reload()
  await network(page, '1 waiting to be sent')
  await tapOn(page, 'Zoë')
  await expect(answer).toContainText('Already here since')
  await expect(page.getByText('1 of 2 arrived')).toBeVisible()
  expect(await factsOf(zoe.id)).toEqual([])

  await context.setOffline(false)
  await network(page, 'Online')
  await expect(page.getByText('waiting to be sent')).toBeHidden()
  expect(await factsOf(zoe.id)).toEqual([
    expect.objectContaining({ outcome: 'arrived', told: 'arrived' }),
    expect.objectContaining({ outcome: 'already_arrived', told: 'already_arrived' }),
  ])
})

test('what waits outlives its page and its tab', async ({ page, context }) => {
  const { event, zoe } = await makeDoor(context)
  await openDoor(page, event.slug)
  await context.setOffline(true)
  await tapOn(page, 'Zoë')
  await expect(page.getByRole('status')).toContainText('Come in, Zoë')
  await page.close()

  const next = await context.newPage()
  await next.goto(`/check-in/${event.slug}`)
  await network(next, '1 waiting to be sent')
  await context.setOffline(false)
  await expect(next.getByText('waiting to be sent')).toBeHidden()
  expect(await factsOf(zoe.id)).toEqual([expect.objectContaining({ outcome: 'arrived' })])
})

test('an answer that is lost on the way changes nothing: the same scan is sent again under the same id', async ({
  page,
  context,
}) => {
  const { event, zoe } = await makeDoor(context)
  await openDoor(page, event.slug)
  const sent: string[] = []
  let isLost = true
  await page.route('**/scans', async (route) => {
    const { scans } = route.request().postDataJSON() as { scans: { id: string }[] }
    sent.push(...scans.map(({ id }) => id))
    if (!isLost) return await route.continue()
    await route.fetch()
    await route.abort()
  })
  await tapOn(page, 'Zoë')
  await expect(page.getByRole('status')).toContainText('Come in, Zoë')
  await expect.poll(() => factsOf(zoe.id)).toHaveLength(1)
  isLost = false
  await expect.poll(() => sent.length, { timeout: 15_000 }).toBeGreaterThan(1)
  await expect(page.getByText('waiting to be sent')).toBeHidden({ timeout: 15_000 })
  expect(new Set(sent).size).toBe(1)
  expect(await factsOf(zoe.id)).toEqual([expect.objectContaining({ id: sent[0], outcome: 'arrived' })])
})

test('a server that does not answer is waited for in vain for three seconds, never longer', async ({
  page,
  context,
}) => {
  const { event, zoe } = await makeDoor(context)
  await openDoor(page, event.slug)
  await page.route('**/api/check-in/**', () => new Promise(() => {}))
  await tapOn(page, 'Zoë')
  await expect(page.getByRole('status')).toContainText('Come in, Zoë')
  await network(page, /Offline since/)
  await page.unroute('**/api/check-in/**')
  await expect(page.getByRole('banner').getByText('Online')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('waiting to be sent')).toBeHidden({ timeout: 15_000 })
  expect(await factsOf(zoe.id)).toHaveLength(1)
})

test('whom an old list let in and the new one refuses, or cannot read, somebody looks at', async ({
  page,
  context,
}) => {
  const { event, zoe, ada } = await makeDoor(context)
  await openDoor(page, event.slug)
  await context.setOffline(true)
  await network(page, /Offline since/)
  await db().registration.update({
    where: { id: zoe.id },
    data: { status: 'cancelled', cancelReason: 'person', cancelledAt: new Date() },
  })
  for (const name of ['Ada', 'Zoë']) {
    await tapOn(page, name)
    await expect(page.getByRole('status')).toContainText(`Come in, ${name}`)
  }
  await page.route('**/scans', async (route) => {
    if (!route.request().postData()!.includes(ada.id)) return await route.continue()
    const error = { message: 'The batch is malformed; nothing of it was kept.', issues: [] }
    await route.fulfill({ status: 400, headers: { 'x-lanyard-door': '400' }, json: { error } })
  })
  await context.setOffline(false)
  await expect(page.getByText('Look at these 2')).toBeVisible()
  await expect(page.getByRole('main').getByText(/Zoë Sample was/)).toBeVisible()
  const unread = page.getByText(/could not read a scan of this device.*Ada Example.*Entrance/)
  await expect(unread).toBeVisible()
  await look(page, 'what somebody looks at')
  await page.getByRole('button', { name: 'Seen to: Ada Example' }).click()
  await expect(unread).toBeHidden()
  await expect(page.getByText(/0 of/)).toBeVisible()
  await expect(page.getByText('waiting to be sent')).toBeHidden()
  expect(await factsOf(ada.id)).toEqual([])
})

test('two phones hear of each other within two seconds, and of what was handed over', async ({
  page,
  context,
  browser,
}) => {
  const { event } = await makeDoor(context)
  await openDoor(page, event.slug)
  const second = await browser.newContext({ baseURL: process.env.BASE_URL!, locale: 'en-GB' })
  await signIn(second, { [event.id]: 'check_in' })
  const other = await second.newPage()
  await openDoor(other, event.slug)
  await expect(other.getByText('0 of 2 arrived')).toBeVisible()
  await tapOn(page, 'Zoë')
  await expect(page.getByText('1 of 2 arrived')).toBeVisible()
  await expect(other.getByText('1 of 2 arrived')).toBeVisible({ timeout: 2_000 })
  const given = 'Sticker handed over'
  await page.getByRole('button', { name: given }).click()
  await tapOn(other, 'Zoë')
  await expect(other.getByRole('status')).toContainText('Already here since')
  await expect(other.getByText(given)).toBeVisible()
  await expect(other.getByRole('button', { name: given })).toBeHidden()
  await second.setOffline(true)
  await tapOn(other, 'Zoë')
  await expect(other.getByRole('status')).toContainText('Already here since')
  await expect(other.getByRole('button', { name: given })).toBeHidden()
  await second.close()
})

test('the list lies sealed, and nothing is left when the phone is sent away', async ({ page, context }) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample' })
  const { id } = await pair(context, event)
  await openDoor(page, event.slug)
  const kept = await doorRecords(page)
  expect(kept.count).toBe(2)
  expect(kept.text).toContain('key, extractable: false')
  expect(kept.text).not.toContain('Sample')

  await db().device.update({ where: { id }, data: { revokedAt: new Date() } })
  await expect(page.getByRole('heading', { name: 'This door is closed on this device' })).toBeVisible()
  await expect.poll(async () => (await doorRecords(page)).count).toBe(0)
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('door-shells')).keys()).length))
    .toBe(0)
})

test('a list that is over is forgotten without network, too', async ({ page, context }) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample' })
  await pair(context, event)
  await openDoor(page, event.slug)
  await context.setOffline(true)
  await page.clock.install({ time: new Date(event.endsAt.getTime() + 25 * 3_600_000) })
  await page.reload()
  await expect.poll(async () => (await doorRecords(page)).count).toBe(0)
})

test('whoever signs out takes the list along', async ({ page, context }) => {
  const { event } = await makeDoor(context, 'organizer')
  await openDoor(page, event.slug)
  await page.goto('/organizer')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await expect.poll(async () => (await doorRecords(page)).count).toBe(0)
})

test('a scanner that is a keyboard scans wherever the focus is, and leaves alone whoever types', async ({
  page,
  context,
}) => {
  const { event, zoe, ada } = await makeDoor(context)
  await openDoor(page, event.slug)
  const search = page.getByRole('searchbox')
  await expect(search).toBeFocused()
  await burst(page, zoe.code)
  await expect(page.getByRole('status')).toContainText('Come in, Zoë')
  await expect(search).toHaveValue('')

  await search.blur()
  await burst(page, ada.code)
  await expect(page.getByRole('status')).toContainText('Come in, Ada')

  await search.pressSequentially('Samp', { delay: 160 })
  await search.press('Enter')
  await expect(search).toHaveValue('Samp')
  await expect(page.getByRole('button', { name: /Zoë Sample/ })).toBeVisible()
})

test('nobody is next before somebody was asked about photos; a leader lets in whom the list refuses', async ({
  page,
  context,
}) => {
  const { event, zoe } = await makeDoor(context, 'organizer')
  await makeRegistration(event, { name: 'Walda Invented', photo: 'not_asked' })
  await makeRegistration(event, { name: 'Wim Waiting', status: 'waitlisted' })
  await openDoor(page, event.slug)
  const answer = page.getByRole('status')
  await tapOn(page, 'Walda')
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled()
  await burst(page, zoe.code)
  await expect(answer).toContainText('First, please: may Walda be photographed?')
  await look(page, 'asked about photos')
  await page.getByRole('button', { name: 'No camera' }).click()
  await expect(answer).toContainText('No camera sticker')
  await page.getByRole('button', { name: 'Next' }).click()

  await tapOn(page, 'Wim')
  await expect(answer).toContainText('still waiting for a place')
  await page.getByRole('button', { name: 'Let in anyway' }).click()
  await expect(answer).toContainText('Come in, Wim')
  await expect(answer).toContainText('Let in by a supervisor')
  await page.getByRole('button', { name: 'Undo: not here after all' }).click()
  await expect(answer).toContainText('Wim is not in')
})

test('the policy of the page holds, and everybody can read it by day and by night', async ({
  page,
  context,
}) => {
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) broken.push(message.text())
  })
  const { event, ada } = await makeDoor(context)
  await openDoor(page, event.slug)
  await look(page, 'ready')
  await tapOn(page, 'Zoë')
  await expect(page.getByRole('status')).toContainText('Come in, Zoë')
  await look(page, 'an answer')
  await page.getByText('This device', { exact: true }).click()
  await look(page, 'this device')
  await page.getByRole('searchbox').fill('sa')
  await expect(page.getByRole('button', { name: /Zoë Sample/ })).toBeVisible()
  await look(page, 'people found')
  await page.getByRole('searchbox').fill(ada.code.slice(-4))
  await expect(page.getByRole('button', { name: /Ada Example/ })).toBeVisible()
  expect(broken).toEqual([])
})

async function makeDoor(context: BrowserContext, role: 'check_in' | 'organizer' = 'check_in') {
  const event = await makeJourneyEvent()
  const zoe = await makeRegistration(event, { name: 'Zoë Sample', photo: 'no_camera' })
  const ada = await makeRegistration(event, { name: 'Ada Example' })
  await signIn(context, { [event.id]: role })
  return { event, zoe, ada }
}

async function pair(context: BrowserContext, event: MadeEvent) {
  const device = await makeDevice(event, { role: 'supervisor', endsAt: event.endsAt })
  await context.addCookies([{ name: deviceCookie().name, value: device.token, url: process.env.BASE_URL! }])
  return device
}

/** As a scanner does it: nobody waits between two keys. */
const burst = (page: Page, code: string) =>
  Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)))

const factsOf = (registrationId: string) =>
  db().checkInFact.findMany({ where: { registrationId }, orderBy: { serverAt: 'asc' } })

async function look(page: Page, words: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const wrong = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
    expect.soft(wrong, `${words}, ${colorScheme}`).toEqual([])
  }
}
