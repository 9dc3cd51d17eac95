import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { findMail, mailsTo, manageLink } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

const newAddress = () => `ada-${newId()}@example.org`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a place, a mail that carries everything, and the badge behind its link', async ({ page }) => {
      const event = await makeJourneyEvent()
      const email = newAddress()
      await page.goto(`/events/${event.slug}/register`)
      await fill(page, email)
      await page.getByRole('radio', { name: /Chili sin carne/ }).check()
      await page.getByRole('checkbox', { name: /Get-together/ }).check()
      await page.getByRole('radio', { name: 'No camera, please' }).check()
      await sendForm(page)
      await expect(page.getByRole('heading', { name: 'Your place is kept' })).toBeVisible()
      await expect(page.locator('[data-registration-status]')).toHaveAttribute(
        'data-registration-status',
        'confirmed',
      )

      const mail = await findMail(email, `Your place at ${event.title}`)
      expect(mail.text).toContain('You are in: we hold a place for you.')
      const calendar = mail.attachments.find(({ filename }) => filename?.endsWith('.ics'))
      const entry = new ICAL.Component(ICAL.parse(textOf(calendar!.content))).getFirstSubcomponent('vevent')!
      expect(entry.getFirstPropertyValue('summary')).toBe(event.title)
      expect(mail.attachments.some(({ mimeType }) => mimeType.startsWith('image/'))).toBe(true)

      await page.goto(manageLink(mail))
      await expect(page).toHaveURL('/my')
      await expect(page.getByRole('heading', { name: 'Ada Example' })).toBeVisible()
      await expect(page.getByText('No camera', { exact: true }).first()).toBeVisible()
      await expect(page.getByText(/Chili sin carne/).first()).toBeVisible()
    })
  })
}

test('German is answered in German, in the mailbox too', async ({ browser }) => {
  const event = await makeJourneyEvent()
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  const email = newAddress()
  await page.goto(`/events/${event.slug}/register`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await fillByName(page, email)
  await sendForm(page)
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
  expect((await findMail(email, event.title)).text).toMatch(/Hallo Ada/)
  await context.close()
})

test('what was chosen so far stands above the button in one sentence', async ({ page }) => {
  const event = await makeJourneyEvent()
  await page.goto(`/events/${event.slug}/register`)
  const sentence = page.getByText(/^You: /)
  await expect(sentence).toBeHidden()
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('checkbox', { name: 'Vegan' }).check()
  await page.getByRole('radio', { name: 'No camera, please' }).check()
  for (const night of await page.locator('[name="nights"]').all()) await night.check()
  await expect(sentence).toHaveText(/^You: on site, \w+ \d+ \w+ → \w+ \d+ \w+, vegan, no camera$/)
  await page.getByRole('radio', { name: 'Remotely' }).check()
  await expect(sentence).toHaveText('You: remotely')
})

test('wrong answers lose nothing, and the first wrong field has the focus', async ({ page }) => {
  const event = await makeJourneyEvent()
  await page.goto(`/events/${event.slug}/register`)
  await fill(page, 'not an address')
  await page.getByRole('textbox', { name: /Organisation/ }).fill('Example Works')
  await sendForm(page)
  const wrong = page.getByRole('textbox', { name: 'E-mail' })
  await expect(wrong).toBeFocused()
  await expect(wrong).toHaveAttribute('aria-invalid', 'true')
  await expect(wrong).toHaveValue('not an address')
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
  await expect(page.getByRole('textbox', { name: /Organisation/ })).toHaveValue('Example Works')
  await expect(page.getByRole('radio', { name: 'On site' })).toBeChecked()
})

test('the same form sent twice is one registration and one mail', async ({ browser }) => {
  const event = await makeJourneyEvent()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const email = newAddress()
  await page.goto(`/events/${event.slug}/register`)
  await fill(page, email)
  const asked = page.waitForRequest((request) => request.method() === 'POST')
  await sendForm(page)
  const request = await asked
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
  const again = await page.request.fetch(request, { maxRedirects: 0 })
  expect(again.status()).toBe(303)
  await findMail(email, 'Your place at')
  expect(await db().outboxMail.count({ where: { toAddress: email } })).toBe(1)
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
  await context.close()
})

test('a known address sees what anybody sees; only its owner is told', async ({ page }) => {
  const event = await makeJourneyEvent()
  const email = newAddress()
  for (const _ of ['first', 'again']) {
    await page.goto(`/events/${event.slug}/register`)
    await fill(page, email)
    await sendForm(page)
    await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
  }
  // Two hands deliver at once, so the second promise may arrive before the first.
  await findMail(email, 'Your place at')
  await findMail(email, 'You are already registered')
  expect(await mailsTo(email)).toHaveLength(2)
})

test('who waits knows their position, and gets the place that is given back', async ({ page, context }) => {
  const event = await makeJourneyEvent(4, (file) => ({ ...file, capacity: { ...file.capacity, on_site: 1 } }))
  const [first, second] = [newAddress(), newAddress()]
  for (const [email, words] of [
    [first, 'Your place is kept'],
    [second, 'You are on the waiting list'],
  ] as const) {
    await page.goto(`/events/${event.slug}/register`)
    await fill(page, email)
    await sendForm(page)
    await expect(page.getByRole('heading', { name: words })).toBeVisible()
  }
  await expect(page.getByText('You are the first in line.')).toBeVisible()
  await findMail(second, 'On the waiting list')

  await page.goto(manageLink(await findMail(first, 'Your place at')))
  await page.getByRole('button', { name: 'Cancel my registration' }).click()
  await page.getByRole('button', { name: 'Yes, cancel' }).click()
  await expect(page.locator('[data-registration-status=cancelled]')).toBeVisible()
  await findMail(first, 'Your registration is cancelled')

  const promoted = await findMail(second, 'A place came free for you')
  await context.clearCookies()
  await page.goto(manageLink(promoted))
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
})

test('the keyboard alone is enough, and 320 pixels too', async ({ page }) => {
  const event = await makeJourneyEvent()
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/events/${event.slug}/register`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await tabTo(page, 'name')
  await page.keyboard.type('Ada Example')
  await tabTo(page, 'email')
  await page.keyboard.type(newAddress())
  await tabTo(page, 'presence')
  await page.keyboard.press('Space')
  await tabTo(page, 'photo')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Is everything right?' })).toBeFocused()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await tabToButton(page, 'Register')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
})

async function fill(page: Page, email: string) {
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
}

async function fillByName(page: Page, email: string) {
  await page.locator('[name=name]').fill('Ada Example')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=presence][value=on_site]').check()
  await page.locator('[name=photo][value=fine]').check()
}

async function tabTo(page: Page, name: string) {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => (document.activeElement as HTMLInputElement).name)) === name) return
  }
  throw new Error(`No Tab leads to ${name}.`)
}

async function tabToButton(page: Page, words: string) {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent)) === words) return
  }
  throw new Error(`No Tab leads to “${words}”.`)
}

const textOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
