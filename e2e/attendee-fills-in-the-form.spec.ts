import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeJourneyEvent } from './support/make-journey-event'
import { sendForm } from './support/send-form'

const newAddress = () => `ada-${newId()}@example.org`
const statusOf = (page: Page) => page.locator('[data-registration-status]')
const withAllergies = () => makeJourneyEvent(4, (file) => ({ ...file, allergies: 'Nuts, milk' }))

test('a long form shows every answer in words before it is sent, and each can be changed', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  const posts = countPosts(page)
  await page.goto(`/events/${event.slug}/register`)
  await fill(page, newAddress())
  await page.getByRole('radio', { name: /Chili sin carne/ }).check()
  await page.getByRole('checkbox', { name: /Get-together/ }).check()
  await page.locator('[name=nights]').first().check()
  await page.getByRole('button', { name: 'Check and register' }).click()

  await expect(page.getByRole('heading', { name: 'Is everything right?' })).toBeFocused()
  expect(posts()).toBe(0)
  const answerTo = (question: string | RegExp) =>
    page.locator('[data-review] dl > div', { hasText: question }).locator('dd').first()
  await expect(answerTo('Name on your badge')).toHaveText('Ada Example')
  await expect(answerTo('Taking part')).toHaveText('On site')
  await expect(answerTo('Would you like to join something')).toContainText('Get-together')
  await expect(answerTo('Nights at')).toHaveText(/^Night of \w{3} \d+ \w{3}$/)
  await expect(answerTo('Anything your food must be?')).toHaveText('Not answered')
  await expect(answerTo('public list of participants')).toHaveText('No')
  await expect(answerTo('photos of you')).toHaveText('Photos are fine')
  await expect(page.locator('[data-review]')).not.toContainText('rooms left')

  await page.getByRole('link', { name: 'Change Is it fine to take photos of you?' }).click()
  await expect(page.getByRole('radio', { name: 'Photos are fine' })).toBeFocused()
  await expect(page.locator('[data-review]')).toHaveCount(0)
  await page.getByRole('radio', { name: 'No camera, please' }).check()
  await page.getByRole('button', { name: 'Check and register' }).click()
  await expect(answerTo('photos of you')).toHaveText('No camera, please')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(statusOf(page)).toHaveAttribute('data-registration-status', 'confirmed')
  const { photo } = await db().registration.findFirstOrThrow({ where: { eventId: event.id } })
  expect(photo).toBe('no_camera')
})

test('what is missing is said before anything is shown once more; what the server refuses leads back', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  await page.goto(`/events/${event.slug}/register`)
  await page.getByRole('button', { name: 'Check and register' }).click()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toBeFocused()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveCount(3)
  await summary.getByRole('link', { name: /E-mail/ }).click()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()

  await fill(page, newAddress())
  // Allowed by the browser, not by us: a name that nobody can see.
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('\u200b')
  await page.getByRole('button', { name: 'Check and register' }).click()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toBeFocused()
  await expect(page.locator('[data-review]')).toHaveCount(0)
})

test('a short form is sent at once', async ({ page }) => {
  const event = await makeJourneyEvent(4, (file) => ({ ...file, hotels: [], meals: [] }))
  await page.goto(`/events/${event.slug}/register`)
  await fill(page, newAddress())
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(statusOf(page)).toBeVisible()
})

test('a reload loses nothing but allergies, one press starts afresh, and success leaves nothing behind', async ({
  page,
}) => {
  const event = await withAllergies()
  const posts = countPosts(page)
  const back = page.getByText('Your earlier answers are here again, all but health')
  const kept = () =>
    page.evaluate(() =>
      Object.entries({ ...sessionStorage })
        .flat()
        .join(),
    )
  await page.goto(`/events/${event.slug}/register`)
  await expect(back).toBeHidden()
  await fill(page, 'ada@example.org')
  await page.getByRole('checkbox', { name: 'Vegan' }).check()
  await page.locator('[name=nights]').first().check()
  await page.getByRole('textbox', { name: 'Allergies' }).fill('Walnuts')
  await page.getByRole('checkbox', { name: /about my allergies/ }).check()
  expect(await kept()).toContain('Ada Example')
  expect(await kept()).not.toMatch(/Walnuts|allerg/i)

  await page.reload()
  await expect(back).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Ada Example')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('ada@example.org')
  await expect(page.getByRole('radio', { name: 'On site' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Vegan' })).toBeChecked()
  await expect(page.locator('[name=nights]').first()).toBeChecked()
  await expect(page.getByText(/^You: on site/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Allergies' })).toHaveValue('')
  await expect(page.getByRole('checkbox', { name: /about my allergies/ })).not.toBeChecked()

  const other = await makeJourneyEvent()
  await page.goto(`/events/${other.slug}/register`)
  await expect(page.getByRole('button', { name: 'Check and register' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('')

  await page.goto(`/events/${event.slug}/register`)
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('')
  await expect(back).toBeHidden()
  expect(await kept()).not.toContain('Ada')

  await fill(page, newAddress())
  expect(await kept()).toContain('Ada Example')
  expect(posts()).toBe(0)
  await sendForm(page)
  await expect(statusOf(page)).toBeVisible()
  await expect.poll(kept).not.toContain('Ada')
})

test('nothing jumps while the page comes to life, with kept answers neither', async ({ page }) => {
  const event = await makeJourneyEvent()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const _ of ['fresh', 'brought back']) {
    await page.goto(`/events/${event.slug}/register`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('button', { name: 'Check and register' })).toBeVisible()
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02)
    await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  }
  await expect(page.getByRole('button', { name: 'Start afresh' })).toBeVisible()
})

test('two presses in a row are one request', async ({ page }) => {
  const event = await makeJourneyEvent(4, (file) => ({ ...file, hotels: [], meals: [] }))
  const posts = countPosts(page)
  await page.goto(`/events/${event.slug}/register`, { waitUntil: 'networkidle' })
  await fill(page, newAddress())
  await page.locator('form#register').evaluate((form: HTMLFormElement) => {
    for (let press = 0; press < 5; press++) form.requestSubmit()
  })
  await expect(statusOf(page)).toBeVisible()
  expect(posts()).toBe(1)
})

test('who hesitates finds help that needs no pointer, and paper shows the questions only', async ({
  page,
}) => {
  const event = await makeJourneyEvent(3)
  await page.goto(`/events/${event.slug}/register`)
  const help = page.getByText('Why not just my badge name?')
  await help.press('Enter')
  await expect(page.getByText('The host lets in only people whose ID matches the list.')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Check and register' })).toBeHidden()
  await expect(help).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Legal name' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('who takes part remotely is not asked about meals, rooms and photos', async ({ page }) => {
    const event = await makeJourneyEvent(3, (file) => ({
      ...file,
      capacity: { ...file.capacity, remote: 'unlimited' },
    }))
    await page.goto(`/events/${event.slug}/register`)
    await expect(page.getByRole('radio', { name: 'Photos are fine' })).toBeVisible()
    await page.getByRole('radio', { name: 'Remotely' }).check()
    await expect(page.getByRole('radio', { name: 'Photos are fine' })).toBeHidden()
    await expect(page.getByRole('textbox', { name: 'Legal name' })).toBeHidden()
    await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
    await page.getByRole('textbox', { name: 'E-mail' }).fill(newAddress())
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(statusOf(page)).toHaveAttribute('data-registration-status', 'confirmed')
  })
})

async function fill(page: Page, email: string) {
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'On site' }).check()
  await page.getByRole('radio', { name: 'Photos are fine' }).check()
}

function countPosts(page: Page): () => number {
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') posts++
  })
  return () => posts
}
