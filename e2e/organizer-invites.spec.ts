import { expect, type Page, test } from '@playwright/test'
import type { Email } from 'postal-mime'
import { newId } from '@/lib/ids'
import { findMail, linkOf } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'
import { signIn } from './support/sign-in'

const houseCode = 'Open Sesame'
const cellarCode = 'Under The Stairs'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a code is asked for, a wrong one is answered kindly, and nothing typed is lost', async ({
      page,
    }) => {
      const event = await makeClosedEvent()
      await page.goto(`/events/${event.slug}/register`)
      await fill(page)
      await page.getByRole('textbox', { name: 'Access code' }).fill('Open Sesam')
      await sendForm(page)
      await expect(page.getByText('This code does not open the registration.').first()).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
      await page.getByRole('textbox', { name: 'Access code' }).fill('open sesame')
      await sendForm(page)
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
    })

    test('what a code closes is on no page without it, and the code is on none at all', async ({ page }) => {
      const event = await makeClosedEvent()
      const address = `/events/${event.slug}`
      for (const path of [address, `${address}/register`, `${address}/register?code=${houseCode}`]) {
        await page.goto(path)
        const html = await page.content()
        expect(html).not.toContain('Cellar tour')
        expect(html).not.toContain(cellarCode)
        if (!path.includes('code=')) expect(html).not.toContain(houseCode)
      }
      await expect(page.getByRole('textbox', { name: 'Access code' }).last()).toHaveValue(houseCode)
      await page.goto(`${address}/register?code=nothing`)
      await expect(page.getByText('This code opens nothing here')).toBeVisible()
      await page.goto(`${address}/register?code=${houseCode},${cellarCode}`)
      await fill(page)
      await page.getByRole('checkbox', { name: /Cellar tour/ }).check()
      await sendForm(page)
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      await expect(page.getByText(/Cellar tour/)).toBeVisible()
    })
  })
}

test('an invitation opens everything, once; what was taken back opens nothing', async ({ page, browser }) => {
  const event = await makeClosedEvent()
  const here = `/organizer/${event.slug}/attendees/invite`
  await signIn(page.context(), { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/attendees`)
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await expect(page).toHaveURL(here)
  const [ada, bo] = [`ada-${newId()}@example.org`, `bo-${newId()}@example.org`]
  for (const [name, email] of [
    ['Ada Example', ada],
    ['Bo Sample', bo],
  ] as const) {
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await expect(page.getByRole('row', { name: new RegExp(email) })).toContainText('Not used yet')
  }
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada again')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(ada.toUpperCase())
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('This address has an invitation that still opens.')).toBeVisible()

  const guest = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const link = invitationLink(await findMail(ada, 'You are invited'))
  await guest.goto(link)
  await expect(guest.getByText('You are invited personally')).toBeVisible()
  await expect(guest.getByRole('textbox', { name: 'E-mail' })).toHaveValue(ada)
  await expect(guest.getByRole('textbox', { name: 'Access code' })).toHaveCount(0)
  await fill(guest, ada)
  await guest.getByRole('checkbox', { name: /Cellar tour/ }).check()
  await sendForm(guest)
  await expect(guest.locator('[data-registration-status=confirmed]')).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByText('This invitation has been used')).toBeVisible()
  await expect(guest.getByRole('textbox', { name: 'Access code' }).last()).toBeVisible()

  await page.goto(here)
  await expect(page.getByRole('row', { name: new RegExp(ada) })).toContainText('Registered')
  await page
    .getByRole('row', { name: new RegExp(bo) })
    .getByRole('button', { name: 'Take back' })
    .click()
  await page.getByRole('button', { name: 'Yes, take it back' }).click()
  await expect(page.getByText('Taken back. The link opens nothing any more.')).toBeVisible()
  await guest.goto(invitationLink(await findMail(bo, 'You are invited')))
  await expect(guest.getByText('This invitation does not open any more')).toBeVisible()
  await guest.context().close()
})

const invitationLink = (mail: Email): string => linkOf(mail, '?invitation=')

const makeClosedEvent = () =>
  makeJourneyEvent(4, (file) => ({
    ...file,
    registration: { ...file.registration, access_code: houseCode },
    activities: [
      ...file.activities,
      { ...file.activities[0]!, key: 'cellar', title: 'Cellar tour', access_code: cellarCode },
    ],
  }))

async function fill(page: Page, email = `ada-${newId()}@example.org`): Promise<void> {
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
}
