import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { getEventFor } from '@/lib/events/queries'
import { freezeAccess } from '@/lib/exports/freeze-access'
import { newId } from '@/lib/ids'
import type { OrganizerKey } from '@/lib/keys'
import { keepNotices } from '@/lib/privacy/keep-notices'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, oneLine } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

test('whoever registers reads beside each question who sees it and until when, and all of it on one page', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  await keepNotices()
  await page.goto(`/events/${event.slug}/register`)
  await page.getByText('Who sees this, and until when?').first().click()
  await expect(page.getByText(/^E-mail address: seen by the organizers/)).toContainText('only a count')
  await page.getByRole('link', { name: 'Everything about your data (version 1)' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What happens to your data')
  await expect(page.getByText(/^Version 1, /)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'a consent of its own' }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What comes to be' })).toBeVisible()
  expect((await page.request.get(`/events/${event.slug}/privacy?version=99`)).status()).toBe(404)
  const old = await page.request.get(`/privacy?event=${event.slug}`, { maxRedirects: 0 })
  expect([old.status(), old.headers().location]).toEqual([308, `/events/${event.slug}/privacy`])
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('the notice is German, and older versions stay readable', async ({ page }) => {
    const event = await makeJourneyEvent()
    await keepNotices()
    await page.goto(`/events/${event.slug}/privacy`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Was mit deinen Daten geschieht')
    await expect(page.getByText(/^Fassung 1, /)).toBeVisible()
    await expect(page.getByText('eine eigene Einwilligung (Art. 9 Abs. 2 a DSGVO)').first()).toBeVisible()
  })
})

test('who erases themselves is struck out of a list that left the house, and whoever plans the event learns the row', async ({
  page,
  browser,
}) => {
  const event = await makeJourneyEvent()
  const desk = await browser.newContext()
  const user = await signIn(desk, { [event.id]: 'owner' })
  const key = { eventId: event.id, userId: user.id, role: 'owner' } as OrganizerKey
  const person = await makeRegistration(event, {
    ...{ name: 'Zoë Sample', legalName: 'Zoë Legal', allergies: 'Walnuts' },
  })
  const frozen = await freezeAccess(
    key,
    { id: newId(), purpose: 'Admission', recipient: 'Reception', eraseOn: dayAfter(event.endsAt) },
    await getEventFor(key),
  )
  expect(frozen.ok).toBe(true)
  const office = await openDesk(desk, event.slug)
  await expect(office.getByRole('row', { name: /^Allergies/ })).toContainText('1')
  await expect(office.getByText('Nobody who was erased stands on a list')).toBeVisible()

  await page.goto(`/my/${person.manageToken}`)
  await page.goto(`/my/erase/${person.id}`)
  await expect(page.getByText('the organizers are told which row to strike out')).toBeVisible()
  await page.getByText('Erase me', { exact: true }).click()
  await page.getByRole('button', { name: 'Yes, erase me' }).click()
  await expect(page.getByText('You are forgotten here.')).toBeVisible()

  const told = oneLine(await findMail(user.email, event.title))
  expect(told).toContain('Reception')
  expect(told).toContain(person.code.slice(-4))
  for (const secret of ['Zoë', 'Walnuts', person.code, person.email]) expect(told).not.toContain(secret)
  await office.reload()
  await expect(office.getByText(/Access list for Reception, handed out on .*: row 1/)).toBeVisible()
  await expect(office.getByRole('row', { name: /^Allergies/ })).toHaveCount(0)
  await expect(office.getByRole('table', { name: 'What you tell us' })).toContainText('Name on the badge')
  await desk.close()
})

async function openDesk(desk: BrowserContext, slug: string): Promise<Page> {
  const page = await desk.newPage()
  await page.goto(`/organizer/${slug}`)
  await page.getByRole('link', { name: 'Privacy', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy')
  return page
}

const dayAfter = (at: Date) => new Date(at.getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
