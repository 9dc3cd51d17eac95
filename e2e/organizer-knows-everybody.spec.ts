import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, linkOf } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

const names = (page: Page) => page.getByRole('rowheader')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the list is narrowed in words, ordered, and kept as a view with its own columns', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      const here = `/organizer/${event.slug}/attendees`
      await makeRegistration(event, { name: 'Jürgen Muster', diet: ['vegan'], organization: 'Beta' })
      const alpha = { name: 'Ada Example', organization: 'Alpha' }
      const ada = await makeRegistration(event, { ...alpha, diet: ['vegan', 'halal'] })
      const lea = await makeRegistration(event, { name: 'Léa Sample', status: 'cancelled', diet: ['vegan'] })
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(here)
      await page.getByRole('searchbox').fill('jurgen')
      await page.getByRole('searchbox').press('Enter')
      await expect(names(page)).toHaveText(['Jürgen Muster'])
      await page.getByRole('link', { name: 'Without “found by “jurgen””' }).click()
      await expect(page.getByRole('rowheader')).toHaveCount(3)

      await page.goto(`${here}?person=${ada.id}&person=${lea.id}&sort=name`)
      await page.getByRole('searchbox').fill('e')
      await page.getByRole('searchbox').press('Enter')
      await expect(page).toHaveURL(/[?&]q=e(&|$)/)
      await expect(names(page)).toHaveText(['Ada Example', 'Léa Sample'])
      await page.goto(here)

      await page.getByText('All filters').click()
      await page.getByRole('group', { name: 'State' }).getByLabel('Confirmed', { exact: true }).check()
      await page.getByRole('group', { name: 'Diet' }).getByLabel('Vegan').check()
      await page.getByRole('button', { name: 'Show these people' }).click()
      await expect(page.getByText(/State: Confirmed/)).toBeVisible()
      await expect(page.getByText('AND', { exact: true })).toBeVisible()
      await page.getByRole('columnheader', { name: 'Organisation' }).getByRole('link').click()
      await expect(page.getByRole('columnheader', { name: 'Organisation' })).toHaveAttribute(
        'aria-sort',
        'ascending',
      )
      await expect(names(page)).toHaveText(['Ada Example', 'Jürgen Muster'])

      await page.getByText('Columns', { exact: true }).click()
      await page.getByRole('checkbox', { name: 'Diet' }).last().check()
      await page.getByRole('button', { name: 'Show these columns' }).click()
      await expect(page.getByRole('columnheader', { name: 'Diet' })).toBeVisible()
      await page.getByText('Save this view').click()
      await page.getByRole('textbox', { name: 'Name of the view' }).fill('Vegans')
      await page.getByRole('checkbox', { name: /Show it to all organizers/ }).check()
      await page.getByRole('button', { name: 'Save view' }).click()
      await expect(page.getByRole('link', { name: /Vegans/ })).toHaveAttribute('aria-current', 'page')

      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(here)
      await expect(page.getByRole('columnheader', { name: 'Diet' })).toHaveCount(0)
      await page.getByRole('link', { name: /Vegans/ }).click()
      await expect(page.getByRole('columnheader', { name: 'Diet' })).toBeVisible()
      await expect(names(page)).toHaveText(['Ada Example', 'Jürgen Muster'])
    })

    test('somebody is added by hand with the same form, beyond what is there and with a mail', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      await db().pool.updateMany({ where: { id: event.onSite.id }, data: { size: 0, ceiling: 0 } })
      const email = `ada-${newId()}@example.org`
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/attendees`)
      await page.getByRole('link', { name: 'Add somebody' }).click()
      await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
      await page.getByRole('radio', { name: /On site/ }).check()
      await page.getByRole('radio', { name: 'Photos are fine' }).check()
      await page.getByRole('radio', { name: /Yes, on paper/ }).check()
      await page.getByRole('checkbox', { name: /Send the mail/ }).check()
      await page.getByRole('checkbox', { name: /Give them a place/ }).check()
      await page.getByRole('button', { name: 'Add this person' }).click()
      await expect(page.getByText('Please say why: the history keeps it.').first()).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(email)
      await page.getByRole('textbox', { name: 'Reason' }).fill('She opens the event.')
      await page.getByRole('button', { name: 'Add this person' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Added.' })).toBeVisible()
      await expect(page.getByText('added Ada Example by hand, who agreed on paper')).toBeVisible()
      await findMail(email, event.title)
    })

    test('answers are changed for somebody past the freeze; of two organizers the second is told', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      await db().event.update({ where: { id: event.id }, data: { freezesAt: new Date('2020-01-01') } })
      const person = await makeRegistration(event, { name: 'Zoë Sample', legalName: 'Zoë Sample' })
      await signIn(page.context(), { [event.id]: 'organizer' })
      const one = `/organizer/${event.slug}/attendees/${person.id}`
      await page.goto(one)
      await page.getByRole('link', { name: 'Change the answers' }).click()
      await expect(page.getByText(/plans are made with these answers/)).toBeVisible()
      await page.getByRole('textbox', { name: 'Organisation' }).fill('Example Works')
      await db().registration.update({
        where: { id: person.id },
        data: { name: 'Zoë Other', version: { increment: 1 } },
      })
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByText(/somebody else changed this registration/).first()).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Organisation' })).toHaveValue('Example Works')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Changed.' })).toBeVisible()
      await expect(page.getByText(/changed the answers of/)).toBeVisible()
      expect(await db().outboxMail.count({ where: { registrationId: person.id } })).toBe(0)
      await page.getByRole('link', { name: 'Change the answers' }).click()
      await page.getByRole('textbox', { name: 'Organisation' }).fill('Other Works')
      await page.getByRole('checkbox', { name: 'Tell them in a mail what changed' }).check()
      await page.getByRole('button', { name: 'Save changes' }).click()
      await expect(page.getByRole('link', { name: 'Changed answers' })).toBeVisible()
    })

    test('an address with a slip in it is put right, once the right mailbox has said yes', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      const [wrong, right] = [`adda-${newId()}@example.org`, `ada-${newId()}@example.org`]
      const person = await makeRegistration(event, { name: 'Ada Sample', email: wrong })
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/attendees/${person.id}`)
      await page.getByText('Their address is wrong').click()
      await page.getByRole('textbox', { name: 'The address they tell you' }).fill(wrong)
      await page.getByRole('button', { name: 'Write to this address' }).click()
      await expect(page.getByText('This is the address they have already.').first()).toBeVisible()
      await page.getByRole('textbox', { name: 'The address they tell you' }).fill(right)
      await page.getByRole('button', { name: 'Write to this address' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'We have written to it.' })).toBeVisible()
      await expect(page.getByText('wrote to Ada Sample at another address')).toBeVisible()
      await expect(page.getByText(wrong).first()).toBeVisible()
      await page.goto(linkOf(await findMail(right, 'Is this your new address?'), '/my/change-email/'))
      await page.getByRole('button', { name: 'Yes, use this address' }).click()
      await expect(page.getByText(right)).toBeVisible()
      await findMail(wrong, 'Your address was changed')
    })

    test('organizers note and tag people, and find them by it', async ({ page }) => {
      const event = await makeJourneyEvent()
      const person = await makeRegistration(event, { name: 'Zoë Sample' })
      await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/attendees/${person.id}`)
      await page.getByRole('textbox', { name: 'New note' }).fill('Called us.\nWants to <b>speak</b>.')
      await page.getByRole('button', { name: 'Keep note' }).click()
      await expect(page.getByText('Wants to <b>speak</b>.')).toBeVisible()
      await page.getByRole('textbox', { name: 'Tags' }).fill('speaker, press , speaker')
      await page.getByRole('button', { name: 'Save tags' }).click()
      await expect(page.getByRole('textbox', { name: 'Tags' })).toHaveValue('press, speaker')
      await page.goto(`/organizer/${event.slug}/attendees?tag=press&note=yes`)
      await expect(page.getByText(/Tag: press/)).toBeVisible()
      await expect(names(page)).toHaveText(['Zoë Sample'])
    })
  })
}

test('the keyboard goes to the search, from row to row, and out again', async ({ page }) => {
  const event = await makeJourneyEvent()
  for (const name of ['Ada', 'Bo', 'Cy']) await makeRegistration(event, { name })
  await signIn(page.context(), { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/attendees?sort=name`)
  await expect(page.getByText('Keys: / searches')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Ada', exact: true })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('link', { name: 'Cy', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('link', { name: 'Bo', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Bo', exact: true })).not.toBeFocused()
  await page.getByRole('link', { name: 'Bo', exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Cy' })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Turn keys off' }).click()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).not.toBeFocused()
})
