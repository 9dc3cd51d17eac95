import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeUser } from '@/prisma/factories/team'
import { findMail, linkOf, mailsTo } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test(`somebody is asked into the team, joins, and is out at once when removed (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const event = await makeJourneyEvent()
    const [owner, guest] = [await openBrowser(browser, javaScriptEnabled), await openBrowser(browser, true)]
    await signIn(owner.context(), { [event.id]: 'owner' })
    const email = `lin-${newId()}@example.org`
    await ask(owner, event, email, /^Organizer/)
    const link = await joinLink(email)

    await guest.goto(link)
    await expect(guest.getByRole('heading', { level: 1 })).toContainText('Join the team of')
    await guest.getByRole('textbox', { name: 'What shall the team call you?' }).fill('Lin Example')
    expect(await db().user.count({ where: { email } })).toBe(0)
    await guest.getByRole('button', { name: 'Join the team' }).click()
    await expect(guest).toHaveURL(`/organizer/${event.slug}`)
    await guest.goto(link)
    await expect(guest.getByText('This invitation does not open any more')).toBeVisible()

    await guest.goto(`/organizer/${event.slug}/team`)
    await expect(guest.getByRole('row', { name: /Lin Example/ })).toContainText('You')
    await expect(guest.getByRole('button', { name: /Remove|Hand over|Save role|Send the/ })).toHaveCount(0)

    await owner.goto(`/organizer/${event.slug}/team`)
    const row = owner.getByRole('row', { name: /Lin Example/ })
    await pressAndConfirm(row, javaScriptEnabled, 'Remove', 'Yes, remove')
    await expect(owner.getByText('They are out of the team.')).toBeVisible()
    expect((await guest.goto(`/organizer/${event.slug}/attendees`))?.status()).toBe(404)
    for (const page of [owner, guest]) await page.context().close()
  })
}

test('whoever has an account signs in first, and is led back to the event', async ({ browser }) => {
  const event = await makeJourneyEvent()
  const [owner, guest] = [await openBrowser(browser, true), await openBrowser(browser, true)]
  await signIn(owner.context(), { [event.id]: 'owner' })
  const email = `sam-${newId()}@example.org`
  await makeUser({ email })
  await ask(owner, event, email, /^Check-in/)
  const link = await joinLink(email)

  await guest.goto(link)
  await expect(guest.getByText('has an account here')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Join the team' })).toHaveCount(0)
  await guest.getByRole('link', { name: 'Sign in' }).click()
  await expect(guest).not.toHaveURL(new RegExp(link.split('/').at(-1)!))
  await guest.getByRole('textbox', { name: /mail/i }).fill(email)
  await guest.getByRole('button', { name: 'Send me a link' }).click()
  await guest.goto(linkOf(await findMail(email, 'sign in'), '/sign-in/'))
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await guest.getByRole('button', { name: 'Join the team' }).click()
  await expect(guest).toHaveURL(`/check-in/${event.slug}`)

  const other = await openBrowser(browser, true)
  await signIn(other.context(), {})
  const second = `kim-${newId()}@example.org`
  await ask(owner, event, second, /^Owner/)
  await other.goto(await joinLink(second))
  await expect(other.getByText('Sign out first')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Join the team' })).toHaveCount(0)
  for (const page of [owner, guest, other]) await page.context().close()
})

test('the last owner stays; handed over, the other decides; an organizer only sees', async ({ page }) => {
  const event = await makeJourneyEvent()
  await signIn(page.context(), { [event.id]: 'owner' })
  await makeUser({ name: 'Kim Example', roles: { [event.id]: 'organizer' } })
  await page.goto(`/organizer/${event.slug}/team`)
  await expect(page.getByText('You are the only owner')).toBeVisible()
  const mine = page.getByRole('row', { name: /You/ })
  await mine.getByRole('combobox').selectOption('organizer')
  await mine.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText('An event keeps at least one owner')).toBeVisible()
  await pressAndConfirm(page.getByRole('row', { name: /Kim Example/ }), true, 'Hand over', 'Yes, hand over')
  await expect(page.getByText('Handed over. You are an organizer now.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save role' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Leave the team' }).click()
  await page.getByRole('button', { name: 'Yes, leave' }).click()
  await expect(page).toHaveURL('/organizer')
  expect((await page.goto(`/organizer/${event.slug}/team`))?.status()).toBe(404)
})

test('the team eats too: counted in the kitchen beside the attendees', async ({ page }) => {
  const event = await makeJourneyEvent()
  await signIn(page.context(), { [event.id]: 'organizer' })
  const team = `/organizer/${event.slug}/team`
  await page.goto(team)
  const dish = event.meals.find(({ options }) => options.length > 0)!
  await page
    .getByRole('group', { name: new RegExp(dish.title) })
    .getByRole('radio')
    .nth(1)
    .check()
  await page.getByRole('checkbox', { name: 'vegan', exact: false }).first().check()
  await page.locator('#food').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Noted. The kitchen counts with you.')).toBeVisible()
  await page.goto(`/organizer/${event.slug}`)
  await expect(page.getByRole('link', { name: '1 team' }).first()).toHaveAttribute('href', team)
})

for (const javaScriptEnabled of [true, false])
  test(`staff at the door eat, too${javaScriptEnabled ? '' : ', without JavaScript'}`, async ({
    browser,
  }) => {
    const event = await makeJourneyEvent()
    const page = await openBrowser(browser, javaScriptEnabled)
    await signIn(page.context(), { [event.id]: 'check_in' })
    await page.goto(`/check-in/${event.slug}`)
    // The page that needs no network takes the place of the one that was sent, and its links with it.
    if (javaScriptEnabled) await expect(page.locator('[data-door=open]')).toBeVisible()
    await page.getByRole('link', { name: 'What do you eat?' }).click()
    await page.getByRole('radio').nth(1).check()
    await page.getByRole('checkbox', { name: 'Vegan' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Noted. The kitchen counts with you.')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Vegan' })).toBeChecked()
    const eaten = await db().teamMeal.findMany({ where: { eventId: event.id } })
    expect(eaten.map(({ mealId }) => mealId)).toEqual([
      event.meals.find(({ options }) => options.length > 0)!.id,
    ])
    await page.context().close()
  })

const openBrowser = async (
  browser: { newContext: (options: object) => Promise<BrowserContext> },
  javaScriptEnabled: boolean,
) =>
  (await browser.newContext({ locale: 'en-GB', javaScriptEnabled, baseURL: process.env.BASE_URL })).newPage()

async function ask(page: Page, event: MadeEvent, email: string, role: RegExp) {
  await page.goto(`/organizer/${event.slug}/team`)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible()
}

async function joinLink(email: string): Promise<string> {
  const mail = await findMail(email, 'Join the team of')
  expect(await mailsTo(email)).toHaveLength(1)
  return linkOf(mail, '/join/')
}

async function pressAndConfirm(
  row: ReturnType<Page['getByRole']>,
  isLive: boolean,
  press: string,
  confirm: string,
) {
  const trigger = isLive
    ? row.getByRole('button', { name: press, exact: true })
    : row.getByText(press, { exact: true })
  await trigger.click()
  await row.getByRole('button', { name: confirm }).click()
}
