import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { hashToken, newToken } from '@/lib/tokens'
import type { MadeEvent } from '@/prisma/factories/events'
import { requestWith } from './support/callers'
import { findMail } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { type OtherSite, openOtherSite } from './support/other-site'
import { readForms } from './support/read-forms'

const newAddress = () => `ada-${newId()}@example.org`

let site: OtherSite
let event: MadeEvent
test.beforeEach(async ({ baseURL }) => {
  site = await openOtherSite()
  event = await makeJourneyEvent(4, (file) => ({
    ...file,
    embed_origins: ['https://community.example', site.origin],
  }))
  site.pages['/'] =
    `<h1>Our community</h1><iframe src="${baseURL}/events/${event.slug}/embed" width="390" height="900"></iframe>`
})
test.afterEach(async () => await site.close())

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a visitor of another site registers there, and reads the answer there', async ({
      page,
      context,
    }) => {
      const email = newAddress()
      await page.goto(site.origin)
      const frame = page.frameLocator('iframe')
      await expect(frame.locator('html')).toHaveAttribute('lang', 'en')
      await frame.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
      await frame.getByRole('textbox', { name: 'E-mail' }).fill('not an address')
      await frame.getByRole('radio', { name: 'On site' }).check()
      await frame.getByRole('radio', { name: 'Photos are fine' }).check()
      await frame.getByRole('button', { name: 'Register', exact: true }).click()
      await expect(frame.getByRole('alert')).toContainText('That does not look like an e-mail address.')
      await expect(frame.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
      await frame.getByRole('textbox', { name: 'E-mail' }).fill(email)
      await frame.getByRole('button', { name: 'Register', exact: true }).click()
      await expect(frame.locator('[data-registration-status=confirmed]')).toBeVisible()
      await expect(page).toHaveURL(`${site.origin}/`)
      await expect(page.getByRole('heading', { name: 'Our community' })).toBeVisible()
      expect(await context.cookies()).toEqual([])
      await findMail(email, `Your place at ${event.title}`)
    })
  })
}

test('a personal invitation opens the form in the frame too, in the language of the site', async ({
  page,
  baseURL,
}) => {
  const token = newToken()
  const invitation = { id: newId(), eventId: event.id, hash: hashToken(token), email: newAddress() }
  await db().invitation.create({ data: { ...invitation, name: 'Ada Example' } })
  await db().event.update({ where: { id: event.id }, data: { accessCode: 'Open Sesame' } })
  const address = `${baseURL}/events/${event.slug}/embed?invitation=${token}&amp;lang=de`
  site.pages['/'] = `<iframe src="${address}" width="390" height="900"></iframe>`
  await page.goto(site.origin)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('textbox', { name: 'Name auf deinem Namensschild' })).toHaveValue(
    'Ada Example',
  )
  await expect(frame.getByRole('textbox', { name: 'Zugangscode' })).toHaveCount(0)
  await frame.getByRole('radio', { name: 'Vor Ort' }).check()
  await frame.getByRole('radio', { name: 'Fotos sind in Ordnung' }).check()
  await frame.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(frame.locator('[data-registration-status=confirmed]')).toBeVisible()
  const { registrationId } = await db().invitation.findUniqueOrThrow({ where: { id: invitation.id } })
  expect(registrationId).not.toBeNull()
})

test('a site that the event does not list shows nothing of it', async ({ page }) => {
  const stranger = await openOtherSite()
  stranger.pages['/'] = site.pages['/']!
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.goto(stranger.origin)
  expect((await refused).text()).toContain(site.origin)
  await expect(page.frameLocator('iframe').locator('form')).toHaveCount(0)
  await stranger.close()
})

test('the page names exactly the sites of its event, runs no script, and knows no reader', async ({
  playwright,
}) => {
  const german = await requestWith(playwright, 'lanyard_language=de; lanyard_my=somebody')
  const address = `/events/${event.slug}/embed`
  const answer = await german.get(address)
  const policy = answer.headers()['content-security-policy']
  expect(policy).toMatch(new RegExp(`; frame-ancestors https://community\\.example ${site.origin}$`))
  expect(answer.headers()['x-frame-options']).toBeUndefined()
  expect(answer.headers()['set-cookie']).toBeUndefined()
  const page = await answer.text()
  expect(page).not.toContain('<script')
  expect(page).toContain('<html lang="en"')
  expect(await (await german.get(`${address}?lang=de`)).text()).toContain('<html lang="de"')

  const elsewhere = [`/events/${event.slug}`, `/events/${event.slug}/register`, '/']
  for (const path of elsewhere) {
    const headers = (await german.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options'], path).toBe('DENY')
  }
  const plain = await makeJourneyEvent()
  const closed = await german.get(`/events/${plain.slug}/embed`)
  expect(closed.status()).toBe(404)
  expect(closed.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  await german.dispose()
})

test('the frame posts to itself; what comes from the site around it, or from nowhere, changes nothing', async ({
  playwright,
  baseURL,
}) => {
  const request = await requestWith(playwright, '')
  const address = `/events/${event.slug}/embed`
  const [form] = readForms(await (await request.get(address)).text())
  const answers = { name: 'Ada Example', email: newAddress(), presence: 'on_site', photo: 'fine' }
  const post = (headers: Record<string, string>) =>
    request.post(address, { multipart: { ...form!.controls, ...answers }, headers, maxRedirects: 0 })
  const people = () => db().registration.count({ where: { eventId: event.id } })
  for (const headers of [
    { origin: site.origin },
    { origin: 'https://community.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    {},
  ])
    expect((await post(headers as Record<string, string>)).status()).toBe(403)
  expect(await people()).toBe(0)
  const taken = await post({ origin: new URL(baseURL!).origin })
  expect(taken.status()).toBe(303)
  expect(taken.headers().location).toContain(`${address}?lang=en&answer=`)
  expect(await people()).toBe(1)
  await request.dispose()
})

test('the widget shows the card, as text only, and asks nobody else', async ({ page, baseURL, context }) => {
  const title = 'Hack <img src=x onerror="document.title=1"> & more'
  const shown = await makeJourneyEvent(4, (file) => ({ ...file, title, capacity: { on_site: 12 } }))
  site.pages['/cards'] =
    `<div data-lanyard-event="${shown.slug}">Loading</div><p data-lanyard-event="nothing">Still here</p>
     <script src="${baseURL}/embed.js" data-event="${event.slug}"></script>`
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(`${site.origin}/cards`)
  const cards = page.getByRole('article')
  await expect(cards).toHaveCount(2)
  const card = cards.filter({ hasText: '& more' })
  const link = card.getByRole('link', { name: title, exact: true })
  await expect(link).toHaveAttribute('href', `${baseURL}/events/${shown.slug}`)
  await expect(card).toContainText('12 of 12 places on site are free')
  await expect(card.getByRole('link', { name: 'Register' })).toHaveAttribute(
    'href',
    `${baseURL}/events/${shown.slug}/register`,
  )
  await expect(card.locator('img')).toHaveCount(0)
  await expect(page.getByText('Still here')).toBeVisible()
  expect([...asked].sort()).toEqual([site.origin, new URL(baseURL!).origin].sort())
  expect(await context.cookies()).toEqual([])
  expect(await readsItself(page, `${baseURL}/events/${shown.slug}/card.json?lang=de-AT`)).toMatchObject({
    title,
    language: 'de',
    placesLeft: { onSite: 12 },
    register: { label: 'Anmelden' },
  })
  const script = await page.request.get('/embed.js')
  expect((await script.body()).length).toBeLessThanOrEqual(3_000)
})

test('the facts are public ones, kept for a minute, under an old name too', async ({ playwright }) => {
  const request = await requestWith(playwright, 'lanyard_my=somebody')
  const answer = await request.get(`/events/4${event.slug}/card.json`)
  expect(answer.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=60',
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect(answer.headers()['set-cookie']).toBeUndefined()
  const facts = await answer.json()
  expect(Object.keys(facts).sort()).toEqual(
    'colours endsAt language lines path placesLeft register registration slug startsAt timezone title venue'.split(
      ' ',
    ),
  )
  await db().event.update({ where: { id: event.id }, data: { status: 'draft' } })
  const draft = await request.get(`/events/${event.slug}/card.json`)
  expect(draft.status()).toBe(404)
  expect(draft.headers()['access-control-allow-origin']).toBe('*')
  await request.dispose()
})

const readsItself = (page: Page, address: string) =>
  page.evaluate(async (url) => await (await fetch(url)).json(), address)
