import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, linkOf, mailsTo, manageLink } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

const newAddress = () => `ada-${newId()}@example.org`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('every answer can be changed; the mail says what was and what is', async ({ page }) => {
      const { email } = await arrive(page, await makeJourneyEvent())
      await page.getByRole('link', { name: 'Change my answers' }).click()
      await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Sample')
      await expect(page.getByRole('radio', { name: 'Photos are fine' })).toBeChecked()
      await page.getByRole('textbox', { name: /Organisation/ }).fill('Example Works')
      await page.getByRole('radio', { name: 'No camera, please' }).check()
      await page.getByRole('checkbox', { name: /Get-together/ }).check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Your changes are saved.')).toBeVisible()
      await expect(page.getByText('No camera', { exact: true }).first()).toBeVisible()
      const mail = await findMail(email, 'Your answers have changed')
      expect(mail.text).toContain('Photos: are fine → no camera')
      expect(mail.text).toContain('Organisation: nothing → Example Works')
    })

    test('a wrong answer loses nothing that was typed, and nothing is saved', async ({ page }) => {
      await arrive(page, await makeJourneyEvent())
      await page.getByRole('link', { name: 'Change my answers' }).click()
      await page.getByRole('textbox', { name: 'Name on your badge' }).fill(`A${'\u202e'}da`)
      await page.getByRole('textbox', { name: /Organisation/ }).fill('Example Works')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Some answers need another look.')).toBeVisible()
      await expect(page.getByRole('textbox', { name: /Organisation/ })).toHaveValue('Example Works')
      await page.goto('/my')
      await expect(page.getByText('Example Works')).toBeHidden()
    })

    test('a new address answers first, then old links are dead', async ({ page }) => {
      const { email, link } = await arrive(page, await makeJourneyEvent())
      const wanted = newAddress()
      await page.getByRole('link', { name: 'Use another address' }).click()
      await page.getByRole('textbox', { name: 'New e-mail address' }).fill(wanted)
      await page.getByRole('button', { name: 'Write to this address' }).click()
      await expect(page.getByText('We have written to it.')).toBeVisible()
      await page.goto(linkOf(await findMail(wanted, 'Is this your new address?'), '/my/change-email/'))
      await page.getByRole('button', { name: 'Yes, use this address' }).click()
      await expect(page).toHaveURL('/my')
      await expect(page.getByText(wanted)).toBeVisible()
      await findMail(email, 'Your address was changed')
      expect((await page.request.get(link)).status()).toBe(404)
      const own = manageLink(await findMail(wanted, 'Your place at'))
      expect((await page.goto(own))?.ok()).toBe(true)
    })

    test('a place is passed on to somebody who takes it with the form', async ({ page, context }) => {
      const event = await makeJourneyEvent(4, (file) => ({
        ...file,
        capacity: { ...file.capacity, on_site: 1 },
      }))
      await db().event.update({ where: { id: event.id }, data: { isTransferAllowed: true } })
      const { email, id } = await arrive(page, event)
      const waiting = await makeRegistration(event, { status: 'waitlisted' })
      const theirs = newAddress()
      await page.getByRole('link', { name: 'Pass my place on' }).click()
      await page.getByRole('textbox', { name: 'Their e-mail address' }).fill(theirs)
      await page.getByRole('button', { name: 'Offer my place' }).click()
      await expect(page.getByText('We have written to them.')).toBeVisible()
      await context.clearCookies()
      await page.goto(linkOf(await findMail(theirs, 'offers you a place'), '/register?transfer='))
      await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Cy Sample')
      await page.getByRole('radio', { name: 'On site' }).check()
      await page.getByRole('radio', { name: 'Photos are fine' }).check()
      await sendForm(page)
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      await findMail(theirs, 'Your place at')
      expect((await findMail(email, 'is cancelled')).text).toContain('passed it on')
      expect((await rowOf(id)).cancelReason).toBe('transferred')
      expect((await rowOf(waiting.id)).status).toBe('waitlisted')
    })

    test('one consent is taken back, then everything is erased and the link is dead', async ({ page }) => {
      const event = await makeJourneyEvent()
      const { link, id } = await arrive(page, event, { isListed: true })
      await consentTo(event, id, 'listed')
      await page.getByRole('link', { name: 'See and download my data' }).click()
      await page.getByRole('button', { name: /^Take back.*public list/ }).click()
      await expect(page.getByText('Taken back. What you told with it is deleted.')).toBeVisible()
      expect((await rowOf(id)).isListed).toBe(false)
      await page.getByRole('link', { name: 'Erase everything about me' }).click()
      await page.getByText('Erase me', { exact: true }).click()
      await page.getByRole('button', { name: 'Yes, erase me' }).click()
      await expect(page.getByText('You are forgotten here.')).toBeVisible()
      await expect(page.getByText('Ada Sample')).toBeHidden()
      expect((await page.request.get(link)).status()).toBe(404)
    })
  })
}

test('two who save: the second is told what changed, keeps what they typed, and may save then', async ({
  page,
}) => {
  const { id } = await arrive(page, await makeJourneyEvent())
  await page.goto(`/my/edit/${id}`)
  await db().registration.update({
    where: { id },
    data: { photo: 'no_camera', version: { increment: 1 } },
  })
  await page.getByRole('textbox', { name: /Organisation/ }).fill('Example Works')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/somebody else changed this registration: Photos\./)).toBeVisible()
  await expect(page.getByRole('textbox', { name: /Organisation/ })).toHaveValue('Example Works')
  await page.getByRole('radio', { name: 'No camera, please' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
})

test('my data is a page and a file, both for nobody else and kept by nobody on the way', async ({
  page,
  playwright,
  baseURL,
}) => {
  const { id, email } = await arrive(page, await makeJourneyEvent(), { allergies: 'Walnuts' })
  await page.getByRole('button', { name: 'Send me the mail again' }).click()
  await expect(page.getByText('The mail is on its way again.')).toBeVisible()
  const answer = await page.request.get(`/my/data/${id}/download`)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(answer.headers()['content-disposition']).toContain('attachment')
  const data = await answer.json()
  expect(data.registration).toMatchObject({ email, allergies: 'Walnuts' })
  expect(Object.keys(data).sort()).toEqual(
    [
      'badge',
      'checkIn',
      'claims',
      'consents',
      'event',
      'handouts',
      'history',
      'invitation',
      'links',
      'mails',
      'meals',
      'notes',
      'registration',
      'stay',
      'tags',
      'wantsNoNews',
    ].sort(),
  )
  expect(data.mails).toMatchObject([{ kind: 'confirmed', toAddress: email }])
  const stranger = await playwright.request.newContext({ baseURL })
  expect((await stranger.get(`/my/data/${id}/download`)).status()).toBe(404)
  await stranger.dispose()
})

test('after the freeze date only what harms nobody can change, and the page says whom to ask', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  const { id } = await arrive(page, event)
  await db().event.update({ where: { id: event.id }, data: { freezesAt: new Date(Date.now() - 60_000) } })
  await page.goto('/my')
  await page.getByRole('link', { name: 'Change what harms nobody’s plans' }).click()
  await expect(page.getByText(/For everything else, write to .+@/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toBeHidden()
  await page.getByRole('radio', { name: 'No camera, please' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Your changes are saved.')).toBeVisible()
  expect((await rowOf(id)).photo).toBe('no_camera')
})

test('a scanner that follows every link changes nothing', async ({ page }) => {
  const { email } = await arrive(page, await makeJourneyEvent())
  const wanted = newAddress()
  await page.getByRole('link', { name: 'Use another address' }).click()
  await page.getByRole('textbox', { name: 'New e-mail address' }).fill(wanted)
  await page.getByRole('button', { name: 'Write to this address' }).click()
  const link = linkOf(await findMail(wanted, 'Is this your new address?'), '/my/change-email/')
  for (let at = 0; at < 3; at++) expect((await page.request.get(link)).ok()).toBe(true)
  expect(await mailsTo(email)).toEqual([])
  expect(await db().registration.count({ where: { email: wanted } })).toBe(0)
})

/** Somebody who is registered opens the link from their mail. */
async function arrive(page: Page, event: MadeEvent, facts: Parameters<typeof makeRegistration>[1] = {}) {
  const email = newAddress()
  const named = { name: 'Ada Sample', email, legalName: 'Ada Legal' }
  const { id, manageToken } = await makeRegistration(event, { ...named, ...facts })
  const link = `/my/${manageToken}`
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Ada Sample' })).toBeVisible()
  return { id, email, link }
}

async function consentTo({ id: eventId }: MadeEvent, registrationId: string, kind: string) {
  const given = { kind, textVersion: 1, isGiven: true, decidedAt: new Date(), language: 'en' }
  await db().consent.create({ data: { id: newId(), eventId, registrationId, ...given } })
}

const rowOf = (id: string) => db().registration.findUniqueOrThrow({ where: { id } })
