import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import type { EventFile } from '@/lib/event-files/schema'
import { newId } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { requestAs, requestWith, teamCookie } from './support/callers'
import { press } from './support/deeds'
import { findMail } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { readForms } from './support/read-forms'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an owner makes a draft of five facts, gives it an activity and publishes it', async ({
      page,
      context,
    }) => {
      const before = await makeJourneyEvent()
      await signIn(context, { [before.id]: 'owner' })
      await page.goto('/organizer')
      await page.getByRole('link', { name: 'New event' }).click()
      const name = `Winter Hack ${newId().slice(-6)}`
      const slug = name.toLowerCase().replaceAll(' ', '-')
      await page.getByLabel('What is it called?').fill(name)
      if (javaScriptEnabled) await expect(page.getByLabel('Address of its page')).toHaveValue(slug)
      await page.getByLabel(/Its time zone/).selectOption('Europe/Berlin')
      await page.getByLabel('When does it start?').fill('2031-01-20T09:30')
      await page.getByLabel('When does it end?').fill('2031-01-20T08:00')
      await page.getByRole('button', { name: 'Create the draft' }).click()
      await expect(page.getByLabel('When does it end?')).toHaveAttribute('aria-invalid', 'true')
      await page.getByLabel('When does it end?').fill('2031-01-20T18:00')
      await page.getByRole('button', { name: 'Create the draft' }).click()
      await expect(page.getByRole('status')).toContainText('The draft is there', { timeout: 15_000 })
      expect((await page.request.get(`/events/${slug}`)).status()).toBe(404)

      await page.goto(`/organizer/${slug}/activities`)
      await page.getByRole('button', { name: 'Add an activity' }).click()
      const row = page.getByRole('group', { name: 'Activity 1' })
      await row.getByLabel('Title').fill('Board games')
      await save(page)
      await expect(row.getByLabel('Starts')).toHaveAttribute('aria-invalid', 'true')
      await expect(row.getByLabel('Title')).toHaveValue('Board games')
      await row.getByLabel('Starts').fill('2031-01-19T20:00')
      if (javaScriptEnabled)
        await expect(page.getByRole('complementary')).toContainText('Board games', { timeout: 15_000 })
      await save(page)
      await expect(page.getByRole('status')).toContainText('Saved')

      await page.goto(`/organizer/${slug}/settings`)
      await page.getByRole('button', { name: 'Publish' }).click()
      await expect(page.getByRole('status')).toContainText('Published')
      await page.goto(`/events/${slug}`)
      await expect(page.getByRole('main')).toContainText('Board games')
    })

    test('rows move and go, and what goes is said before it goes', async ({ page, context }) => {
      const event = await makeJourneyEvent(4, withTour)
      await signIn(context, { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/activities`)
      const titles = () =>
        page.getByLabel('Title').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
      const [first, second] = await titles()
      await page.getByRole('button', { name: 'Move down: Activity 1' }).click()
      await expect.poll(titles).toEqual([second, first])
      await page.getByRole('button', { name: 'Remove: Activity 1' }).click()
      await expect.poll(titles).toEqual([first])
      await save(page)
      await expect(page.getByRole('main').getByRole('alert')).toContainText(`“${second}”`)
      expect(await db().activity.count({ where: { eventId: event.id } })).toBe(2)
      await page.getByRole('button', { name: 'Yes, save this' }).click()
      await expect(page.getByRole('status')).toContainText('Saved')
      expect(await db().activity.count({ where: { eventId: event.id } })).toBe(1)
    })

    test('the second of two who save is told what the first one saved, and loses nothing', async ({
      page,
      context,
    }) => {
      const event = await makeJourneyEvent()
      await signIn(context, { [event.id]: 'organizer' })
      const other = await context.newPage()
      const address = `/organizer/${event.slug}/settings/texts`
      for (const one of [page, other]) await one.goto(address)
      const summary = (one: Page) => one.getByLabel('In a sentence or two')
      await summary(other).fill('Theirs')
      await save(other)
      await expect(other.getByRole('status')).toContainText('Saved')
      await summary(page).fill('Mine')
      await save(page)
      await expect(page.getByRole('main').getByRole('alert')).toContainText('Saved now: Theirs')
      await expect(summary(page)).toHaveValue('Mine')
      await save(page)
      await expect(page.getByRole('status')).toContainText('Saved')
      const { summary: kept } = await db().event.findUniqueOrThrow({ where: { id: event.id } })
      expect(kept).toBe('Mine')
    })

    test('an event that does not happen is called off, and everybody is told', async ({ page, context }) => {
      const event = await makeJourneyEvent()
      const person = await makeRegistration(event, { email: `ada-${newId()}@example.org` })
      await signIn(context, { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/settings`)
      await expect(page.getByText('1 person is registered')).toBeVisible()
      const trigger = page.getByText('Cancel the event', { exact: true })
      await trigger.click()
      await expect(page.getByText('1 person gets a mail')).toBeVisible()
      await page.getByRole('button', { name: 'Yes, cancel it' }).click()
      await expect(page.getByRole('status')).toContainText('Cancelled')
      expect((await findMail(person.email, event.title)).subject).toContain('does not take place')
    })
  })
}

test('the next edition is planned, and both find each other on their public pages', async ({
  page,
  context,
}) => {
  const series = `Series ${newId().slice(-8)}`
  const event = await makeJourneyEvent(4, (file) => ({ ...file, series, edition: 4 }))
  await signIn(context, { [event.id]: 'owner' })
  await page.goto(`/events/${event.slug}`)
  await expect(page.getByRole('heading', { name: 'Other editions' })).toHaveCount(0)
  await page.goto(`/organizer/${event.slug}/settings`)
  await page.getByRole('link', { name: 'Plan the next edition' }).click()
  await expect(page.getByLabel('Edition')).toHaveValue('5')
  const slug = await page.getByLabel('Address of its page').inputValue()
  await page.getByLabel('First day').fill('2031-04-16')
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(page.getByRole('status')).toContainText('The draft is there')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('status')).toContainText('Published')
  await page.goto(`/events/${event.slug}`)
  await page.getByRole('main').getByRole('link', { name: /#5/ }).click()
  await expect(page).toHaveURL(new RegExp(`/events/${slug}$`))
  await expect(page.getByRole('link', { name: event.title })).toBeVisible()
})

test('the file goes out, comes back with its plan first, and a rename keeps the old address', async ({
  page,
  context,
}) => {
  const event = await makeJourneyEvent()
  await signIn(context, { [event.id]: 'organizer' })
  const download = await page.request.get(`/organizer/${event.slug}/settings/event.yaml`)
  expect(download.headers()['content-disposition']).toContain(`${event.slug}.yaml`)
  const text = await download.text()
  await page.goto(`/organizer/${event.slug}/history`)
  await expect(page.getByText('downloaded the event as a file')).toHaveCount(1)
  const moved = `${event.slug}-moved`
  await page.goto(`/organizer/${event.slug}/settings/file`)
  const upload = async (buffer: string) => {
    await page
      .getByLabel('Event file')
      .setInputFiles({ name: 'event.yaml', mimeType: 'text/yaml', buffer: Buffer.from(buffer) })
    await page.getByRole('button', { name: 'Show what would change' }).click()
  }
  await upload(text)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The file says what is there already')
  await upload(`${text}\ncolour: red\n`)
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '“colour” is not a key that is known here',
  )
  await upload(text.replace(/^slug: .*$/m, `slug: ${moved}`))
  await expect(page.getByRole('main').getByRole('alert')).toContainText(moved)
  expect((await page.request.get(`/events/${moved}`)).status()).toBe(404)
  await page.getByRole('button', { name: 'Apply this' }).click()
  await expect(page.getByRole('status')).toContainText('The file is applied')
  await page.goto(`/events/${event.slug}`)
  await expect(page).toHaveURL(new RegExp(`/events/${moved}$`))
})

test('nobody makes an event who may not, whatever they send', async ({ playwright }) => {
  const event = await makeJourneyEvent()
  const owner = await requestWith(playwright, await teamCookie(event, 'owner'))
  const forms = readForms(await (await owner.get('/organizer/new')).text())
  const { controls } = forms.find(({ words }) => words.includes('Create the draft'))!
  const slug = `sneaky-${newId().slice(-12)}`
  const times = { starts: '2031-01-20T09:30', ends: '2031-01-20T18:00' }
  const typed = { ...controls, ...times, title: 'Sneaky', slug, timezone: 'UTC', email: 'ada@example.org' }
  const count = () => db().event.count({ where: { slug } })
  for (const caller of ['nobody', 'attendee', 'door', 'other'] as const) {
    const request = await requestAs(playwright, caller, event)
    const isUnknown = caller === 'nobody' || caller === 'attendee'
    const answer = await request.get('/organizer/new', { maxRedirects: 0 })
    expect(answer.status(), caller).toBe(isUnknown ? 307 : 403)
    expect((await press(request, '/organizer/new', typed)).status(), caller).toBeGreaterThanOrEqual(303)
    expect(await count(), caller).toBe(0)
  }
  expect((await press(owner, '/organizer/new', typed)).status()).toBe(303)
  expect(await count()).toBe(1)
})

const withTour = (file: EventFile): EventFile => ({
  ...file,
  activities: [
    ...file.activities,
    { title: 'Tour', key: 'tour', starts: file.starts, alone: false, presence: 'both' },
  ],
})

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
