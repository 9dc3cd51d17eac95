import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeJourneyEvent } from './support/make-journey-event'
import { openOtherSite } from './support/other-site'
import { sendForm } from './support/send-form'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a form that was open when its event got another name loses nothing, and registers', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      await page.goto(`/events/${event.slug}/register`)
      const name = await rename(event)
      await fillIn(page)
      await page.getByRole('textbox', { name: 'E-mail' }).fill('not an address')
      await sendForm(page)
      await expect(page.locator('[data-error-summary]')).toContainText(
        'That does not look like an e-mail address.',
      )
      await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
      await page.getByRole('textbox', { name: 'E-mail' }).fill(`ada-${newId()}@example.org`)
      await sendForm(page)
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      expect(new URL(page.url()).pathname).toBe(`/events/${name}/registered`)
    })

    test('so does the form inside a frame', async ({ page, baseURL }) => {
      const site = await openOtherSite()
      const event = await makeJourneyEvent(4, (file) => ({ ...file, embed_origins: [site.origin] }))
      site.pages['/'] =
        `<iframe src="${baseURL}/events/${event.slug}/embed?lang=de" width="390" height="900"></iframe>`
      await page.goto(site.origin)
      const frame = page.frameLocator('iframe')
      await frame.getByRole('textbox', { name: 'Name auf deinem Namensschild' }).fill('Ada Example')
      await rename(event)
      await frame.getByRole('button', { name: 'Anmelden', exact: true }).click()
      await expect(frame.locator('[data-error-summary]')).toBeVisible()
      await expect(frame.getByRole('textbox', { name: 'Name auf deinem Namensschild' })).toHaveValue(
        'Ada Example',
      )
      await site.close()
    })

    test('so does what an organizer fills in', async ({ page }) => {
      const event = await makeJourneyEvent()
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/attendees/invite`)
      const name = await rename(event)
      await page.getByRole('textbox', { name: 'Name' }).fill('Ada Example')
      await page.getByRole('textbox', { name: 'E-mail' }).fill('not an address')
      await page.getByRole('button', { name: 'Send the invitation' }).click()
      await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Example')
      await page.getByRole('textbox', { name: 'E-mail' }).fill(`ada-${newId()}@example.org`)
      await page.getByRole('button', { name: 'Send the invitation' }).click()
      await expect(page).toHaveURL(`/organizer/${name}/attendees/invite?said=invited`)
    })
  })
}

test('an old name leads on for good, with everything that was asked', async ({ request, context }) => {
  const event = await makeJourneyEvent(4, (file) => ({ ...file, embed_origins: ['https://example.org'] }))
  await signIn(context, { [event.id]: 'organizer' })
  const asked = '?transfer=abc&invitation=d%26e&code=f+g&lang=de'
  for (const path of ['register', 'embed', 'registered', 'calendar.ics', 'opengraph-image'])
    expect(await leadsTo(`/events/4${event.slug}/${path}${asked}`)).toBe(
      `/events/${event.slug}/${path}${asked}`,
    )
  expect(await leadsTo(`/events/4${event.slug}${asked}`)).toBe(`/events/${event.slug}${asked}`)
  expect(await leadsTo(`/organizer/4${event.slug}/attendees?text=Zo%C3%AB&sort=name`)).toBe(
    `/organizer/${event.slug}/attendees?text=Zo%C3%AB&sort=name`,
  )

  async function leadsTo(address: string) {
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    // Nobody else may say what was asked for.
    const headers = { cookie: cookies, 'x-asked-query': 'code=stolen' }
    const answer = await request.get(address, { maxRedirects: 0, headers })
    expect(answer.status()).toBe(308)
    return answer.headers().location
  }
})

async function fillIn(page: Page) {
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
}

async function rename({ id: eventId, slug }: MadeEvent): Promise<string> {
  const name = `${slug}-again`
  await db().event.update({ where: { id: eventId }, data: { slug: name } })
  await db().eventSlug.create({ data: { eventId, slug } })
  return name
}
