import { expect, type Page, type Route, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

const lost: [string, (route: Route) => Promise<void>, number][] = [
  ['the network is away', (route) => route.abort('internetdisconnected'), 0],
  ['the server fails', (route) => route.fulfill({ status: 500, body: 'Something went wrong.' }), 0],
  ['the answer is lost on its way', loseTheAnswer, 1],
]

for (const [what, lose, taken] of lost) {
  test(`${what}: the page keeps what was typed and sends it again, as the same registration`, async ({
    page,
  }) => {
    const event = await makeJourneyEvent()
    await fillIn(page, event)
    const stop = await onSending(page, lose)
    await sendForm(page)
    await expect(page.getByText('Nothing is lost: everything you typed is still here.')).toBeVisible()
    await expect(page.locator('[data-error-summary]')).toBeFocused()
    await expect(page.getByRole('textbox', { name: /What do you need to take part/ })).toHaveValue('A ramp')
    expect(await countPeople(event)).toBe(taken)
    await stop()
    await page.getByRole('button', { name: 'Send again' }).click()
    await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible()
    expect(await countPeople(event)).toBe(1)
  })
}

test('a page from before an upgrade says so, and a reload brings back what was typed', async ({ page }) => {
  const event = await makeJourneyEvent()
  await fillIn(page, event)
  const stop = await onSending(page, (route) =>
    route.fulfill({ status: 404, headers: { 'x-nextjs-action-not-found': '1' } }),
  )
  await sendForm(page)
  await expect(page.getByText('This site was renewed while the page was open.')).toBeVisible()
  await stop()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
})

async function fillIn(page: Page, event: MadeEvent) {
  await page.goto(`/events/${event.slug}/register`)
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`ada-${newId()}@example.org`)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
  await page.getByRole('textbox', { name: /What do you need to take part/ }).fill('A ramp')
}

/** What becomes of forms on their way, until the function given back is called. */
async function onSending(page: Page, become: (route: Route) => Promise<void>) {
  const isForm = (route: Route) => route.request().method() === 'POST'
  await page.route('**/register', (route) => (isForm(route) ? become(route) : route.continue()))
  return () => page.unroute('**/register')
}

async function loseTheAnswer(route: Route) {
  await route.fetch()
  await route.abort()
}

const countPeople = ({ id: eventId }: MadeEvent) => db().registration.count({ where: { eventId } })
