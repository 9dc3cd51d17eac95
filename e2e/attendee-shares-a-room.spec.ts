import { expect, type Page, test } from '@playwright/test'
import { dateOf } from '@/lib/dates'
import { db } from '@/lib/db/client'
import type { EventFile } from '@/lib/event-files/schema'
import { newId } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { attendeeCookie, teamCookie } from './support/callers'
import { findMail, mailsTo, manageLink, oneLine } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

const withRooms =
  (rooms: number, terms: object = {}) =>
  (file: EventFile): EventFile => ({
    ...file,
    hotels: file.hotels.slice(0, 1).map((hotel) => ({
      ...hotel,
      name: 'Example Inn',
      contingent: hotel.contingent === 'none' ? 'none' : { ...hotel.contingent, ...terms },
      room_types: hotel.room_types.map((type) => ({
        ...type,
        beds: 2 as const,
        nights: Object.fromEntries(Object.keys(type.nights).map((night) => [night, rooms])),
      })),
    })),
  })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('two name each other, each in their own mailbox, and share; the second room goes to who waits', async ({
      page,
      context,
    }) => {
      test.setTimeout(120_000)
      const event = await makeJourneyEvent(4, withRooms(2))
      const [ada, bo, cy] = [newPerson('Ada'), newPerson('Bo'), newPerson('Cy')]
      for (const person of [ada, bo, cy]) await register(page, event.slug, person)

      const share = async (mail: string, roommate: string) => {
        await context.clearCookies()
        await page.goto(manageLink(await findMail(mail, event.title)))
        await page.getByRole('link', { name: 'Choose who shares your room' }).click()
        await page.getByRole('textbox', { name: 'Name or e-mail address' }).fill(roommate)
        await page.getByRole('button', { name: 'Save' }).click()
      }
      await share(ada.email, bo.email)
      await expect(page.getByText(`Waiting for ${bo.email} to name you too`)).toBeVisible()
      const stranger = await page.getByRole('status').innerText()
      await share(ada.email, 'nobody@example.org')
      await expect(page.getByText('Waiting for nobody@example.org to name you too')).toBeVisible()
      expect(await page.getByRole('status').innerText()).toBe(
        stranger.replaceAll(bo.email, 'nobody@example.org'),
      )

      await share(ada.email, bo.name)
      await share(bo.email, ada.email)
      await expect(page.getByText(`You share a room with ${ada.name}`)).toBeVisible()
      await findMail(ada.email, `You share a room with ${bo.name}`)
      expect(oneLine(await findMail(bo.email, 'You share a room with'))).toContain(
        'The room is kept for both of you.',
      )
      await findMail(cy.email, 'A place came free for you')

      await page
        .getByRole('button', { name: 'Share no longer' })
        .or(page.getByText('Share no longer'))
        .click()
      await page.getByRole('button', { name: 'Yes, leave the room' }).click()
      await expect(page.getByText('You no longer share a room')).toBeVisible()
      await expect(page.getByText('You are the first in line for a room.')).toBeVisible()
      expect(oneLine(await findMail(ada.email, 'You no longer share your room'))).toContain(
        'The room is yours alone now',
      )
    })

    test('who books for themselves finds keyword, link and date everywhere, and says that they booked', async ({
      page,
    }) => {
      const terms = { keyword: 'HACK-27', link: 'https://hotel.example.org/book' }
      const event = await makeJourneyEvent(4, withRooms(3, terms))
      const ada = newPerson('Ada')
      await register(page, event.slug, ada)
      for (const words of [/is kept until .* Book it yourself by then/, 'HACK-27', terms.link])
        await expect(page.getByText(words).first()).toBeVisible()
      const mail = await findMail(ada.email, event.title)
      expect(oneLine(mail)).toContain('Tell the hotel the keyword “HACK-27”.')
      expect(oneLine(mail)).toContain(terms.link)
      await page.goto(manageLink(mail))
      await expect(page.locator('[data-stay-state]')).toHaveAttribute('data-stay-state', 'held')
      await page.getByRole('button', { name: 'I have booked' }).click()
      await expect(page.locator('[data-stay-state]')).toHaveAttribute('data-stay-state', 'confirmed')
      await expect(page.getByText('Your room is booked.')).toBeVisible()
    })

    test('who does not know yet says so, and later that they need no room', async ({ page }) => {
      const event = await makeJourneyEvent(4, withRooms(3))
      const ada = newPerson('Ada')
      await fill(page, event.slug, ada)
      await page.getByRole('checkbox', { name: 'I don’t know yet' }).check()
      await sendForm(page)
      await page.goto(manageLink(await findMail(ada.email, event.title)))
      await expect(page.locator('[data-stay-state]')).toHaveAttribute('data-stay-state', 'undecided')
      await page.getByRole('button', { name: 'I need no room' }).click()
      await expect(page.locator('[data-stay-state]')).toHaveCount(0)
    })
  })
}

test('what was not booked by the release date goes back, with a mail; after it a room is only a wish', async ({
  page,
  context,
}) => {
  const event = await makeJourneyEvent(4, withRooms(3))
  const stay = {
    roomTypeId: event.hotels[0]!.roomTypes[0]!.id,
    nights: event.hotels[0]!.roomTypes[0]!.nights.map(({ night }) => dateOf(night)),
  }
  const ada = await makeRegistration(event, { stay })
  const yesterday = new Date(Date.now() - 2 * 86_400_000)
  await db().hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: yesterday } })
  const mail = await findMail(ada.email, 'Your room at Example Inn went back')
  expect(oneLine(mail)).toContain('We heard of no booking')
  const bo = newPerson('Bo')
  await fill(page, event.slug, bo)
  await expect(page.getByText('wish only').first()).toBeVisible()
  await page.locator('[name=nights]').first().check()
  await sendForm(page)
  await expect(page.getByText('Noted as a wish; nobody promises it')).toBeVisible()
  expect(oneLine(await findMail(bo.email, event.title))).toContain('nobody promises you one')

  const { id } = await db().registration.findFirstOrThrow({ where: { email: bo.email } })
  const [name, value] = (await teamCookie(event, 'organizer')).split('=') as [string, string]
  await context.addCookies([{ name, value, url: process.env.BASE_URL! }])
  await page.goto(`/organizer/${event.slug}/attendees/${id}`)
  await page.getByText('Give a room beyond the contingent').click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The hotel found one more.')
  await page.getByRole('button', { name: 'Give the room', exact: true }).click()
  await expect(page.getByText('The room is theirs.')).toBeVisible()
  await expect(page.locator('[data-stay-state]')).toHaveAttribute('data-stay-state', 'held')
  await findMail(bo.email, 'A place came free for you')
})

test('German says it in German', async ({ browser }) => {
  const event = await makeJourneyEvent(4, withRooms(1))
  const type = event.hotels[0]!.roomTypes[0]!
  const stay = { roomTypeId: type.id, nights: type.nights.map(({ night }) => dateOf(night)) }
  const ada = await makeRegistration(event, { stay, language: 'de' })
  const page = await browser.newPage({ locale: 'de-DE' })
  const [name, value] = attendeeCookie(ada.manageToken).split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: process.env.BASE_URL! }])
  await page.goto('/my')
  await expect(page.getByText(/ist bis .* reserviert. Buche es bis dahin selbst/)).toBeVisible()
  await page.getByRole('link', { name: 'Wählen, wer das Zimmer teilt' }).click()
  await expect(page.getByRole('heading', { name: 'Wer teilt dein Zimmer?' })).toBeVisible()
  expect(await mailsTo(ada.email)).toEqual([])
  await page.close()
})

type Person = { name: string; email: string }
const newPerson = (first: string): Person => {
  const id = newId().slice(-8)
  return { name: `${first} ${id}`, email: `${first.toLowerCase()}-${id}@example.org` }
}

async function fill(page: Page, slug: string, { name, email }: Person) {
  await page.context().clearCookies()
  await page.goto(`/events/${slug}/register`)
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill(name)
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
}

async function register(page: Page, slug: string, person: Person) {
  await fill(page, slug, person)
  for (const night of await page.locator('[name=nights]').all()) await night.check()
  await sendForm(page)
  await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
}
