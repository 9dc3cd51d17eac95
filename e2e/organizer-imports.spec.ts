import { expect, type Page, test } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a list of a ticket shop: what its columns mean, what would happen, then everybody is in with a mail', async ({
      page,
    }) => {
      const { event, at } = await makePlain()
      const bo = await makeRegistration(event, { name: 'Bo Sample', email: at('bo') })
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/attendees`)
      await page.getByRole('link', { name: 'Import', exact: true }).click()
      const rows = [
        'Vorname;Nachname;E-Mail;Ernährung;Status;Notiz',
        `Zoë;Müller;${at('zoe')};vegan;bezahlt;x`,
        `Bo;Sample;${at('bo')};;bezahlt;`,
        `Cy;Gone;${at('cy')};;storniert;`,
        'Dee;Wrong;dee at example;;bezahlt;',
        `Zoë;Again;${at('ZOE')};;bezahlt;`,
      ]
      await upload(page, 'pretix.csv', Buffer.from(rows.join('\r\n'), 'latin1'))
      await expect(page.getByRole('combobox', { name: 'Ernährung' })).toHaveValue('diet')
      await expect(page.getByRole('combobox', { name: 'Notiz' })).toHaveValue('')
      await page.getByRole('checkbox', { name: 'Send each the mail that everybody gets' }).check()
      await page.getByRole('button', { name: 'Look at what would happen' }).click()

      await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
      await expect(page.getByRole('row', { name: /2 Zoë Müller .* New/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /3 Bo Sample .* Registered already/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /4 Cy Gone .* Cancelled there/ })).toBeVisible()
      await expect(
        page.getByRole('row', { name: /5 Dee Wrong dee at example Problem E-mail:/ }),
      ).toBeVisible()
      await expect(page.getByRole('row', { name: /6 Zoë Again .* Same address above/ })).toBeVisible()
      expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
      await page.getByRole('button', { name: 'Import now: one person new' }).click()

      await findMail(at('zoe'), `Your place at ${event.title}`)
      await page.reload()
      await expect(page.getByRole('status')).toContainText(
        'Finished: 1 registered, 0 updated, 1 with a problem',
      )
      await page.getByRole('link', { name: 'Zoë Müller' }).click()
      await expect(page.getByRole('heading', { name: 'Zoë Müller', level: 1 })).toBeVisible()
      const people = await db().registration.findMany({ where: { eventId: event.id, id: { not: bo.id } } })
      expect(people).toMatchObject([{ source: 'import', photo: 'not_asked', diet: ['vegan'] }])
      await page.goto(`/organizer/${event.slug}/history`)
      await expect(page.getByText('imported a list: one person new, 0 people updated')).toBeVisible()
    })
  })
}

test('a workbook updates who is known where it is asked to, and says nothing to them', async ({ page }) => {
  const { event, at } = await makePlain()
  const ada = await makeRegistration(event, { name: 'Ada', email: at('ada'), organization: 'Acme' })
  await signIn(page.context(), { [event.id]: 'organizer' })
  const rows = [
    ['name', 'email', 'photo'],
    ['Ada Example', at('ADA'), 'no_camera'],
  ]
  await page.goto(`/organizer/${event.slug}/attendees/import`)
  await upload(page, 'list.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'x', rows }] })))
  await page.getByRole('radio', { name: 'is updated with what the row says' }).check()
  await page.getByRole('button', { name: 'Look at what would happen' }).click()
  await page.getByRole('button', { name: 'Import now: nobody new, one updated' }).click()
  await expect(page.getByRole('status')).toContainText('Finished: 0 registered, 1 updated')
  const now = await db().registration.findUniqueOrThrow({ where: { id: ada.id } })
  expect(now).toMatchObject({ name: 'Ada Example', organization: 'Acme', photo: 'no_camera' })
  expect(await db().outboxMail.count({ where: { registrationId: ada.id } })).toBe(0)
})

test('what cannot be read is said; columns that mean nothing lead nowhere; a list can be thrown away', async ({
  page,
}) => {
  const { event } = await makePlain()
  await signIn(page.context(), { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/attendees/import`)
  await upload(page, 'x.csv', Buffer.from('name,email\n'))
  await expect(page.getByText('The list has headings, but nobody below them.')).toBeVisible()
  await upload(page, 'x.csv', Buffer.from('Wer,Wo\nAda,hier\n'))
  await page.getByRole('button', { name: 'Look at what would happen' }).click()
  await expect(page.getByText('Say which column has the e-mail addresses').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Wer' }).selectOption('Name')
  await page.getByRole('combobox', { name: 'Wo', exact: true }).selectOption('E-mail')
  await page.getByRole('button', { name: 'Look at what would happen' }).click()
  await expect(page.getByRole('row', { name: /2 Ada hier Problem/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Import now/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Throw the list away' }).click()
  await page.getByRole('button', { name: 'Yes, throw it away' }).click()
  await page.waitForURL(/\/attendees\/import$/)
  expect(await db().peopleImport.count({ where: { eventId: event.id } })).toBe(0)
})

test('nobody else brings a list, and from no other page', async ({ page }) => {
  const [{ event }, other] = [await makePlain(), await makePlain()]
  await signIn(page.context(), { [other.event.id]: 'owner' })
  const csv = { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('name,email\nA,a@example.org') }
  const post = (slug: string, origin: string) =>
    page.request.post(`/organizer/${slug}/attendees/import/upload`, {
      multipart: { id: newId(), file: csv },
      headers: { origin },
      maxRedirects: 0,
    })
  const ours = new URL(process.env.BASE_URL!).origin
  expect((await post(event.slug, ours)).status()).toBe(404)
  expect((await post(other.event.slug, 'https://elsewhere.example.org')).status()).toBe(403)
  expect((await post(other.event.slug, ours)).status()).toBe(303)
  expect(await db().peopleImport.count({ where: { eventId: event.id } })).toBe(0)
})

/** An event that asks for no legal name; `at` makes an address of its own. */
async function makePlain(): Promise<{ event: MadeEvent; at: (name: string) => string }> {
  const event = await makeJourneyEvent()
  await db().event.update({ where: { id: event.id }, data: { isLegalNameRequired: false } })
  return { event, at: (name) => `${name}-${event.id}@example.org` }
}

async function upload(page: Page, name: string, buffer: Buffer) {
  await page.getByLabel('The list').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Read the list' }).click()
}
