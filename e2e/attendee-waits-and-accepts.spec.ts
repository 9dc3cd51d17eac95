import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import type { EventFile } from '@/lib/event-files/schema'
import { newId } from '@/lib/ids'
import { cancelMine } from '@/lib/registrations/cancel'
import type { MadeEvent } from '@/prisma/factories/events'
import { endTimes, keyOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, linkOf, mailsTo, manageLink, oneLine } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('somebody waits, sees their position, is offered a place until a moment, and takes it', async ({
      page,
    }) => {
      const event = await makeFullEvent('offer')
      const holder = await makeRegistration(event)
      const email = await register(page, event)
      await expect(page.locator('[data-registration-status=waitlisted]')).toBeVisible()
      await expect(page.getByText('You are the first in line.')).toBeVisible()
      await page.goto(manageLink(await findMail(email, 'On the waiting list')))
      await expect(page.getByText('You are first in line.')).toBeVisible()

      await cancelMine(keyOf(holder))
      const offer = await findMail(email, 'Held for you')
      const until = /until (\w+, \d+ \w+ \d{4}, \d\d:\d\d CES?T)/.exec(oneLine(offer))![1]!
      await page.goto(manageLink(offer))
      await expect(page.getByText('Free for you: Place at the event')).toBeVisible()
      await expect(page.getByText('first in line')).toHaveCount(0)
      await expect(page.getByText('Show this at the door')).toHaveCount(0)
      await expect(page.getByText(until).first()).toBeVisible()
      await expect(page.locator('[data-registration-status=waitlisted]')).toBeVisible()
      await page.getByRole('button', { name: 'I take it' }).click()
      await expect(page.getByText('It is yours now.')).toBeVisible()
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      await findMail(email, `Your place at ${event.title}`)
    })

    test('who passes an offer on is out, and the next in line is asked', async ({ page }) => {
      const event = await makeFullEvent('offer')
      const holder = await makeRegistration(event)
      const email = await register(page, event)
      await expect(page.locator('[data-registration-status=waitlisted]')).toBeVisible()
      const next = await makeRegistration(event, { status: 'waitlisted', name: 'Cy' })
      await cancelMine(keyOf(holder))
      await page.goto(manageLink(await findMail(email, 'Held for you')))
      await confirm(page, 'Pass it on', 'Yes, pass it on')
      await expect(page.locator('[data-registration-status=cancelled]')).toBeVisible()
      await findMail(next.email, 'Held for you')
    })

    test('what came from the line is given back from the mail, one thing alone', async ({ page }) => {
      const event = await makeFullEvent('auto', null)
      const walk = event.activities[0]!
      const holder = await makeRegistration(event, { activities: [{ id: walk.id }] })
      const ada = await makeRegistration(event, { activities: [{ id: walk.id, state: 'waiting' }] })
      const bo = await makeRegistration(event, { activities: [{ id: walk.id, state: 'waiting' }] })
      await cancelMine(keyOf(holder))
      const mail = await findMail(ada.email, 'A place came free')
      expect(oneLine(mail)).toContain(`something came free: ${walk.title}`)
      const back = linkOf(mail, 'then=decline')
      const { people } = await countPeople(event)
      await page.goto(back)
      await expect(page).toHaveURL(`/my/decline/${ada.id}`)
      expect((await countPeople(event)).people).toBe(people)
      await page
        .getByRole('listitem')
        .filter({ hasText: walk.title })
        .getByRole('button', { name: 'Give this back' })
        .click()
      await expect(page.getByText('Thank you. It goes to whoever waits for it.')).toBeVisible()
      await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
      expect(oneLine(await findMail(bo.email, 'A place came free'))).toContain(walk.title)
    })
  })
}

test('an offer nobody answers ends by itself, says so, and is no button any more', async ({ page }) => {
  const event = await makeFullEvent('offer')
  const holder = await makeRegistration(event)
  const [ada, bo] = [
    await makeRegistration(event, { status: 'waitlisted' }),
    await makeRegistration(event, { status: 'waitlisted' }),
  ]
  await cancelMine(keyOf(holder))
  await page.goto(manageLink(await findMail(ada.email, 'Held for you')))
  const take = page.getByRole('button', { name: 'I take it' })
  await expect(take).toBeVisible()
  await endTimes(event, new Date(Date.now() - 1))
  await take.click()
  await expect(page.getByText('The time to answer was up')).toBeVisible()
  await findMail(ada.email, 'The time for your answer is up')
  await findMail(bo.email, 'Held for you')
  await page.goto('/my')
  await expect(page.locator('[data-registration-status=cancelled]')).toBeVisible()
  expect((await mailsTo(ada.email)).map(({ subject }) => subject?.split(':')[0])).toEqual([
    'Held for you, please answer',
    'The time for your answer is up',
  ])
})

async function makeFullEvent(waiting: 'auto' | 'offer', places: number | null = 1): Promise<MadeEvent> {
  return await makeJourneyEvent(
    4,
    (file): EventFile => ({
      ...file,
      capacity: { on_site: places ?? undefined },
      registration: { ...file.registration, waiting, offer_hours: 3 },
      activities: file.activities.map((activity) => ({ ...activity, capacity: 1 })),
    }),
  )
}

async function register(page: Page, event: MadeEvent): Promise<string> {
  const email = `ada-${newId()}@example.org`
  await page.goto(`/events/${event.slug}/register`)
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
  await sendForm(page)
  return email
}

/** With scripts a dialog asks, without them the button unfolds. */
async function confirm(page: Page, label: string, yes: string): Promise<void> {
  await page.getByText(label, { exact: true }).first().click()
  await page.getByRole('button', { name: yes }).click()
}

const countPeople = async ({ id: eventId }: MadeEvent) => ({
  people: await db().claim.count({ where: { eventId, state: 'held' } }),
})
