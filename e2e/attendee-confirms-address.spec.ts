import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { endTimes } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, mailsTo, manageLink, oneLine } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a place is kept until the address is confirmed, with a button and never by the link alone', async ({
      page,
    }) => {
      const event = await makeConfirmingEvent()
      const email = await register(page, event)
      await expect(page.locator('[data-registration-status=unverified]')).toHaveText('One more click')
      await expect(page.getByText('We keep what you chose for 5 hours')).toBeVisible()
      const mail = await findMail(email, 'Please confirm')
      expect(oneLine(mail)).toMatch(/We keep your place until \w+, \d+ \w+ \d{4}, \d\d:\d\d CES?T;/)
      await page.goto(manageLink(mail))
      await expect(page.getByText('Please confirm your registration')).toBeVisible()
      expect(await statusOf(email)).toBe('unverified')
      await page.getByRole('button', { name: 'Confirm my registration' }).click()
      await expect(page.getByText('Thank you, your address is confirmed.')).toBeVisible()
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      await findMail(email, `Your place at ${event.title}`)
      await page.goto(manageLink(mail))
      await expect(page.getByRole('button', { name: 'Confirm my registration' })).toHaveCount(0)
    })
  })
}

test('an address nobody confirms gives its place to the next in line', async ({ page }) => {
  const event = await makeConfirmingEvent()
  const email = await register(page, event)
  const next = await makeRegistration(event, { status: 'waitlisted' })
  await page.goto(manageLink(await findMail(email, 'Please confirm')))
  const button = page.getByRole('button', { name: 'Confirm my registration' })
  await expect(button).toBeVisible()
  await endTimes(event, new Date(Date.now() - 1))
  await button.click()
  await expect(page.getByText('The time to confirm was up').first()).toBeVisible()
  await findMail(next.email, 'A place came free')
  const mail = await findMail(email, 'Not confirmed in time')
  expect(oneLine(mail)).toContain('you can register again')
  expect((await mailsTo(email)).length).toBe(2)
  expect(await statusOf(email)).toBe('cancelled')
})

test('a known address is answered like any other, and its place stays as it is', async ({ page }) => {
  const event = await makeConfirmingEvent()
  const known = await makeRegistration(event, { email: `known-${newId()}@example.org` })
  await register(page, event, known.email)
  await expect(page.locator('[data-registration-status=unverified]')).toHaveText('One more click')
  await expect(page.getByText('You keep your position in line for 5 hours')).toBeVisible()
  await findMail(known.email, 'You are already registered')
  expect(await statusOf(known.email)).toBe('confirmed')
})

const makeConfirmingEvent = () =>
  makeJourneyEvent(4, (file) => ({
    ...file,
    capacity: { on_site: 1 },
    registration: { ...file.registration, confirm_email: true, confirm_hours: 5 },
  }))

async function statusOf(email: string): Promise<string> {
  return (await db().registration.findFirstOrThrow({ where: { email } })).status
}

async function register(page: Page, event: MadeEvent, email = `ada-${newId()}@example.org`): Promise<string> {
  await page.goto(`/events/${event.slug}/register`)
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
  await sendForm(page)
  return email
}
