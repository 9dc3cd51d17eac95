import { expect, type Page, test } from '@playwright/test'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { findMail, manageLink, oneLine } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('who registers is told that somebody looks at it, and holds nothing until then', async ({
      page,
    }) => {
      const event = await makeChoosyEvent()
      const email = await register(page, event, 'Ada Example')
      await expect(page.locator('[data-registration-status=pending_approval]')).toHaveText(
        'Your registration is being looked at',
      )
      const mail = await findMail(email, 'We have your registration')
      await page.goto(manageLink(mail))
      await expect(page.getByText('Until then nothing is held for you.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'What you asked for' })).toBeVisible()
    })
  })
}

test('organizers see who waits for them, let one in and turn one down, each with a mail', async ({
  page,
  browser,
}) => {
  const event = await makeChoosyEvent()
  const guest = await browser.newContext({ locale: 'en-GB' })
  const form = await guest.newPage()
  const ada = await register(form, event, 'Ada Example')
  await expect(form.locator('[data-registration-status]')).toBeVisible()
  const bo = await register(form, event, 'Bo Sample')
  await expect(form.locator('[data-registration-status]')).toBeVisible()
  await guest.close()

  await signIn(page.context(), { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}`)
  await page.getByRole('link', { name: /2.*wait for your decision/s }).click()
  await expect(page.getByRole('row', { name: /To be approved/ })).toHaveCount(2)
  await page.getByRole('link', { name: 'Ada Example' }).click()
  await page.getByRole('button', { name: 'Let in', exact: true }).click()
  await page.getByRole('button', { name: 'Yes, let in' }).click()
  await expect(page.getByText('Let in. The mail is on its way.')).toBeVisible()
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Let in', exact: true })).toHaveCount(0)
  await findMail(ada, `Your place at ${event.title}`)

  await page.goto(`/organizer/${event.slug}/attendees?status=pending_approval`)
  await page.getByRole('link', { name: 'Bo Sample' }).click()
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await page.getByRole('button', { name: 'Yes, decline' }).click()
  await expect(page.getByText('Declined. The mail is on its way.')).toBeVisible()
  expect(oneLine(await findMail(bo, 'About your registration'))).toContain('Thank you for wanting to come')
})

const makeChoosyEvent = () =>
  makeJourneyEvent(4, (file) => ({ ...file, registration: { ...file.registration, approval: true } }))

async function register(page: Page, event: MadeEvent, name: string): Promise<string> {
  const email = `guest-${newId()}@example.org`
  await page.goto(`/events/${event.slug}/register`)
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill(name)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
  await sendForm(page)
  return email
}
