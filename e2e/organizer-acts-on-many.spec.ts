import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('ticked people are cancelled after a look at who and what, and the report tells of each', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      const [ada, bo] = [`ada-${event.id}@example.org`, `bo-${event.id}@example.org`]
      await makeRegistration(event, { name: 'Ada Example', email: ada })
      await makeRegistration(event, { name: 'Bo Sample', email: bo })
      await makeRegistration(event, { name: 'Cy Specimen', status: 'cancelled' })
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/attendees`)
      await page.getByRole('checkbox', { name: 'Choose Ada Example' }).check()
      await page.getByRole('checkbox', { name: 'Choose Cy Specimen' }).check()
      await page.getByRole('combobox', { name: 'Do this' }).selectOption('Cancel')
      await page.getByRole('button', { name: 'See what would happen' }).click()

      await expect(page.getByRole('heading', { name: 'Cancel one registration', level: 1 })).toBeVisible()
      await expect(page.getByText('2 chosen people')).toBeVisible()
      await expect(page.getByText('It cannot be done to one person')).toBeVisible()
      await expect(page.getByRole('row', { name: /Cy Specimen/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /Bo Sample/ })).toHaveCount(0)
      await page.getByRole('button', { name: 'Cancel this registration' }).click()

      await page.waitForURL(/\/attendees\/many\/[0-9a-f-]{36}/)
      await findMail(ada, 'cancelled')
      await page.reload()
      await expect(page.getByRole('status')).toContainText('Finished: 1 done, 1 not')
      await expect(page.getByRole('row', { name: /Ada Example Done/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /Cy Specimen Not done cancelled already/ })).toBeVisible()
      const people = await db().registration.findMany({ where: { eventId: event.id, status: 'confirmed' } })
      expect(people.map(({ name }) => name)).toEqual(['Bo Sample'])
      await page.goto(`/organizer/${event.slug}/history`)
      await expect(page.getByText('cancelled one registration at once')).toBeVisible()
    })
  })
}

test('everybody who fits gets a tag; who came meanwhile is shown before anything is done', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Ada Example', photo: 'no_camera' })
  await makeRegistration(event, { name: 'Bo Sample' })
  await signIn(page.context(), { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/attendees?photo=no_camera`)
  await page.getByRole('radio', { name: 'to everybody who fits (1)' }).check()
  await page.getByRole('combobox', { name: 'Do this' }).selectOption('Put tags on')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByText('Photos: No camera')).toBeVisible()
  const late = await makeRegistration(event, { name: 'Dee Late', photo: 'no_camera' })
  await page.getByRole('textbox', { name: 'Tags' }).fill('shy, press')
  await page.getByRole('button', { name: 'Put the tags on this person' }).click()
  await expect(page.getByText('Somebody came or went since you looked.').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Dee Late/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tags' })).toHaveValue('shy, press')
  await page.getByRole('button', { name: 'Put the tags on these 2 people' }).click()
  await expect(page.getByRole('status')).toContainText('Finished: 2 done, 0 not')
  const tags = await db().attendeeTag.findMany({ where: { registrationId: late.id } })
  expect(tags.map(({ tag }) => tag).toSorted()).toEqual(['press', 'shy'])
  expect(await db().attendeeTag.count({ where: { eventId: event.id } })).toBe(4)
})

test('the same choice leads to a message and to the lists', async ({ page }) => {
  const event = await makeJourneyEvent()
  const ada = await makeRegistration(event, { name: 'Ada Example' })
  await makeRegistration(event, { name: 'Bo Sample' })
  await signIn(page.context(), { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/attendees`)
  await page.getByRole('checkbox', { name: 'Choose Ada Example' }).check()
  await page.getByRole('combobox', { name: 'Do this' }).selectOption('Export')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByText('one chosen person')).toBeVisible()
  const csv = await page.request.get(`/organizer/${event.slug}/exports/attendees.csv?person=${ada.id}`)
  expect(await csv.text()).toContain('Ada Example')
  expect(await csv.text()).not.toContain('Bo Sample')
  await page.goto(`/organizer/${event.slug}/attendees/many?act=cancel&who=ticked`)
  await expect(page.getByText('Nobody is ticked')).toBeVisible()
})
