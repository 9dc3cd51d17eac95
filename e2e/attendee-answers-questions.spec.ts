import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import type { EventFile } from '@/lib/event-files/schema'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { findMail, manageLink } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

const plain = { required: false, presence: 'both', at_check_in: false } as const
const questions: EventFile['questions'] = [
  {
    ...plain,
    key: 'drives',
    label: { en: 'Do you drive?', de: 'Fährst du?' },
    type: 'yes_no',
    required: true,
  },
  {
    ...plain,
    key: 'seats',
    label: { en: 'How many can you take along?', de: 'Wie viele kannst du mitnehmen?' },
    type: 'number',
    required: true,
    when: { drives: true },
  },
  {
    ...plain,
    key: 'size',
    label: { en: 'Shirt' },
    type: 'choice',
    options: ['S', 'M', 'L'],
    required: true,
    presence: 'on_site',
    at_check_in: true,
  },
  {
    ...plain,
    key: 'tools',
    label: { en: 'Tools you bring' },
    type: 'multi_choice',
    options: ['Saw', 'Drill'],
  },
  { ...plain, key: 'city', label: { de: 'Woher kommst du?' }, type: 'choice', options: [...'ABCDEFGH'] },
  { ...plain, key: 'since', label: { en: 'With us since' }, type: 'date' },
  { ...plain, key: 'story', label: { en: 'Your story' }, type: 'long_text' },
  {
    ...plain,
    key: 'zone',
    label: { en: 'Your time zone' },
    type: 'text',
    required: true,
    presence: 'remote',
  },
  {
    ...plain,
    key: 'talk',
    label: { en: 'The secret talk' },
    type: 'text',
    required: true,
    access_code: 'river',
  },
]
const asking = () => makeJourneyEvent(4, (file) => ({ ...file, questions }))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('every kind of question is answered, and said again on the own page and to the team', async ({
      page,
      browser,
    }) => {
      const event = await asking()
      const email = `ada-${newId()}@example.org`
      await page.goto(`/events/${event.slug}/register`)
      await expect(page.getByText('The secret talk')).toHaveCount(0)
      expect(await page.content()).not.toContain('river')
      await fillTheRest(page, email)
      await answer(page, 'Do you drive?', 'Yes')
      await page.getByRole('textbox', { name: 'How many can you take along?' }).fill('2,5')
      await answer(page, 'Shirt', 'M')
      await page.getByRole('checkbox', { name: 'Drill' }).check()
      await page.getByRole('combobox', { name: 'Woher kommst du?' }).selectOption('C')
      await page.getByLabel('With us since').fill('2020-02-29')
      await page.getByRole('textbox', { name: 'Your story' }).fill('=1+1\nthen more')
      if (javaScriptEnabled) await review(page)
      await page.getByRole('button', { name: 'Register', exact: true }).click()
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      expect(await answersOf(event)).toEqual({
        drives: true,
        seats: 2.5,
        size: 'M',
        tools: ['Drill'],
        city: 'C',
        since: '2020-02-29',
        story: '=1+1\nthen more',
      })

      const mail = await findMail(email, `Your place at ${event.title}`)
      expect(mail.text).not.toContain('then more')
      await page.goto(manageLink(mail))
      await expect(page.getByRole('definition').filter({ hasText: '2.5' })).toBeVisible()
      await expect(page.getByText('Saturday, 29 February 2020')).toBeVisible()
      await seenByTheTeam(await browser.newContext({ locale: 'en-GB' }), event)
    })
  })
}

test('a question appears when another answer asks for it, and goes again with its demand', async ({
  page,
}) => {
  const event = await asking()
  await page.goto(`/events/${event.slug}/register`)
  const seats = page.getByRole('textbox', { name: 'How many can you take along?' })
  const zone = page.getByRole('textbox', { name: 'Your time zone' })
  await expect(seats).toBeHidden()
  await expect(zone).toBeHidden()
  await answer(page, 'Do you drive?', 'Yes')
  await expect(seats).toBeVisible()
  await expect(seats).toHaveAttribute('required')
  await seats.fill('4')
  await answer(page, 'Do you drive?', 'No')
  await expect(seats).toBeHidden()
  await page.getByRole('radio', { name: 'Remotely' }).check()
  await expect(zone).toBeVisible()
  await expect(page.getByRole('group', { name: 'Shirt' })).toBeHidden()
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`ada-${newId()}@example.org`)
  await review(page)
  await expect(zone).toBeFocused()
  await expect(page.getByRole('alert').getByRole('link', { name: /Your time zone/ })).toBeVisible()
  await zone.fill('Europe/Lisbon')
  await review(page)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
  expect(await answersOf(event)).toEqual({ drives: false, zone: 'Europe/Lisbon' })
})

test('without scripts words say when a question matters, and the server alone decides', async ({
  browser,
}) => {
  const event = await asking()
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto(`/events/${event.slug}/register`)
  const seats = page.getByRole('textbox', { name: 'Wie viele kannst du mitnehmen?' })
  await expect(seats).toBeVisible()
  await expect(seats).not.toHaveAttribute('required')
  await expect(page.getByText('Nur wenn deine Antwort auf „Fährst du?“ „Ja“ ist.')).toBeVisible()
  await expect(page.getByText('Für alle, die online teilnehmen.')).toBeVisible()
  await expect(page.locator('span[lang=en]', { hasText: 'Shirt' })).toBeVisible()
  await page.locator('[name=name]').fill('Ada Example')
  await page.locator('[name=email]').fill(`ada-${newId()}@example.org`)
  await page.locator('[name=presence][value=on_site]').check()
  await page.locator('[name=photo][value=fine]').check()
  await page.locator('[name="answer.drives"][value=yes]').check()
  await page.locator('[name="answer.story"]').fill('bleibt stehen')
  await page.locator('form#register button[type=submit]').last().click()
  await expect(seats).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('[name="answer.size"]').first()).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('[name="answer.story"]')).toHaveValue('bleibt stehen')
  await expect(page.locator('[name="answer.drives"][value=yes]')).toBeChecked()
  await seats.fill('zwei')
  await page.locator('[name="answer.size"][value=M]').check()
  await page.locator('form#register button[type=submit]').last().click()
  await expect(page.getByText('Bitte schreib eine Zahl, etwa 3 oder 2,5.').first()).toBeVisible()
  await seats.fill('2')
  await page.locator('form#register button[type=submit]').last().click()
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
  expect(await answersOf(event)).toMatchObject({ drives: true, seats: 2, size: 'M' })
  await context.close()
})

async function seenByTheTeam(context: BrowserContext, event: MadeEvent) {
  await signIn(context, { [event.id]: 'owner' })
  const page = await context.newPage()
  const { id } = await db().registration.findFirstOrThrow({ where: { eventId: event.id } })
  await page.goto(`/organizer/${event.slug}/attendees/${id}`)
  await expect(page.getByText('How many can you take along?')).toBeVisible()
  const csv = await (await page.request.get(`/organizer/${event.slug}/exports/attendees.csv`)).text()
  expect(csv).toContain(',arrived_at,drives,seats,size,tools,city,since,story,zone,talk\n')
  expect(csv).toContain(`,yes,2.5,M,Drill,C,2020-02-29,"'=1+1\nthen more",,`)

  await page.goto(`/check-in/${event.slug}?q=ada`)
  await page.getByRole('button', { name: /Ada Example/ }).click()
  await expect(page.getByRole('status')).toContainText(/Shirt\s*M/)
  await expect(page.getByRole('status')).not.toContainText('Drill')
  await context.close()
}

async function answersOf(event: MadeEvent) {
  const rows = await db().answer.findMany({ where: { eventId: event.id }, include: { question: true } })
  return Object.fromEntries(rows.map(({ question, value }) => [question.key, value]))
}

const answer = (page: Page, question: string, words: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: words, exact: true }).check()

const review = (page: Page) => page.getByRole('button', { name: 'Check and register' }).click()

async function fillTheRest(page: Page, email: string) {
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
}
