import { expect, type Page, test } from '@playwright/test'
import { dateOf } from '@/lib/dates'
import { db } from '@/lib/db/client'
import { shareRoom } from '@/lib/hotels/share-room'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { attendeeCookie } from './support/callers'
import { makeJourneyEvent } from './support/make-journey-event'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a dish that was chosen can be unchosen, and its portion is free again', async ({ page }) => {
      const event = await makeJourneyEvent()
      const [meal] = event.meals
      const [dish] = meal!.options
      const person = await makeRegistration(event, {
        mealChoices: [{ mealId: meal!.id, optionId: dish!.id }],
      })
      await open(page, `/my/edit/${person.id}`, person.manageToken)
      const lunch = page.getByRole('group', { name: meal!.title })
      await expect(lunch.getByRole('radio', { name: dish!.name })).toBeChecked()
      await lunch.getByRole('radio', { name: 'Nothing for me' }).check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText('Your changes are saved.')).toBeVisible()
      await expect(page.getByText(dish!.name, { exact: false })).toHaveCount(0)
      expect(await db().pool.findUnique({ where: { id: dish!.poolId } })).toMatchObject({ taken: 0 })
      await page.goto(`/my/edit/${person.id}`)
      await expect(lunch.getByRole('radio', { checked: true })).toHaveCount(0)
    })

    test('a room stands once on one’s page, and what is only a wish is dropped, not left like a line', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      const wisher = await makeRegistration(event, { stay: { ...stayIn(event), state: 'wished' } })
      await open(page, '/my', wisher.manageToken)
      await expect(listed(page, event)).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'Your room' })).toBeVisible()
      await expect(button(page, 'Leave this line')).toHaveCount(0)
      await button(page, 'Drop this wish').click()
      await page.getByRole('button', { name: 'Yes, drop it' }).click()
      await expect(page.getByText('Your wish is dropped.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Your room' })).toHaveCount(0)
      expect(await db().stay.count({ where: { registrationId: wisher.id } })).toBe(0)

      const sleeper = await makeRegistration(event, { stay: stayIn(event) })
      await open(page, '/my', sleeper.manageToken)
      await expect(listed(page, event)).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'Your room' })).toBeVisible()
      await button(page, 'Give back').click()
      await page.getByRole('button', { name: 'Yes, give it back' }).click()
      await expect(page.getByText('Thank you. It goes to whoever waits for it.')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Your room' })).toHaveCount(0)
    })

    test('who shares a room is shown the way to part before they choose other nights', async ({ page }) => {
      const event = await makeJourneyEvent()
      const type = event.hotels[0]!.roomTypes[0]!
      await db().roomType.update({ where: { id: type.id }, data: { beds: 2 } })
      const [ada, bo] = [
        await makeRegistration(event, { stay: stayIn(event) }),
        await makeRegistration(event, { stay: stayIn(event), name: 'Bo Example' }),
      ]
      await db().$transaction((tx) => shareRoom(tx, event.id, [ada.id, bo.id]))
      await open(page, `/my/edit/${ada.id}`, ada.manageToken)
      await expect(page.getByText('You share your room')).toBeVisible()
      await page.goto('/my')
      await button(page, 'Give back').click()
      await expect(page.getByText('Bo Example keeps what you share')).toBeVisible()
      await page.goto(`/my/edit/${ada.id}`)
      await page.getByRole('link', { name: 'To the shared room' }).click()
      await button(page, 'Share no longer').click()
      await page.getByRole('button', { name: 'Yes, leave the room' }).click()
      await expect(page.getByText('You no longer share a room')).toBeVisible()
      await page.goto(`/my/edit/${ada.id}`)
      await expect(page.getByText('You share your room')).toHaveCount(0)
    })
  })
}

function stayIn(event: MadeEvent) {
  const type = event.hotels[0]!.roomTypes[0]!
  return { roomTypeId: type.id, nights: type.nights.map(({ night }) => dateOf(night)) }
}

async function open(page: Page, path: string, manageToken: string) {
  await page.context().clearCookies()
  const [name, value] = attendeeCookie(manageToken).split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: process.env.BASE_URL! }])
  await page.goto(path)
}

/** The room among the other things that somebody holds or waits for. */
const listed = (page: Page, event: MadeEvent) =>
  page.getByRole('listitem').filter({ hasText: event.hotels[0]!.name })

/** A button, or without scripts what opens like one. */
const button = (page: Page, name: string) =>
  page.getByRole('button', { name }).or(page.getByText(name)).first()
