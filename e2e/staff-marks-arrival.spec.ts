import { expect, test } from '@playwright/test'
import { newId } from '@/lib/ids'
import { grantApi } from '@/lib/team/grant'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test(`two letters, one tap, one big answer; a second tap changes nothing; undone; JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ ...test.info().project.use, javaScriptEnabled })
    const page = await context.newPage()
    const event = await makeJourneyEvent()
    const zoe = await makeRegistration(event, { name: 'Zoë Sample', photo: 'no_camera' })
    await makeRegistration(event, { name: 'Ada Example' })
    await signIn(context, { [event.id]: 'check_in' })
    await page.goto(`/check-in/${event.slug}`)
    if (javaScriptEnabled) await expect(page.locator('[data-door=open]')).toBeVisible()
    const search = page.getByRole('searchbox', { name: 'Name or code' })
    await expect(search).toBeFocused()
    await search.fill('zo')
    await search.press('Enter')
    await page.getByRole('button', { name: /Zoë Sample/ }).click()
    const answer = page.getByRole('status')
    await expect(answer).toContainText('Come in, Zoë')
    await expect(answer).toContainText('No camera sticker')
    await expect(page.getByText('1 of 2 arrived')).toBeVisible()

    await search.fill(zoe.code.toLowerCase())
    await search.press('Enter')
    await page.getByRole('button', { name: /Zoë Sample/ }).click()
    await expect(answer).toContainText('Already here since')
    await expect(page.getByText('1 of 2 arrived')).toBeVisible()

    await page.getByRole('button', { name: 'Undo: not here after all' }).click()
    await expect(answer).toContainText('is not in')
    await expect(page.getByText('0 of 2 arrived')).toBeVisible()
    await context.close()
  })
}

test('a page that was opened before the event was renamed still leads to the answer', async ({
  page,
  context,
}) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Sample' })
  await signIn(context, { [event.id]: 'check_in' })
  await page.goto(`/check-in/4${event.slug}?point=${event.arrivalPoint.key}&q=zo`)
  await expect(page).toHaveURL(`/check-in/${event.slug}?point=${event.arrivalPoint.key}&q=zo`)
  await expect(page.getByRole('button', { name: /Zoë Sample/ })).toBeVisible()
})

test('a device reports scans, also twice, and every refusal has its number', async ({ request }) => {
  const event = await makeJourneyEvent()
  const ada = await makeRegistration(event, { name: 'Ada Example' })
  const actor = { kind: 'command_line', id: null } as const
  const wish = { email: `door-${newId()}@example.org`, actor, eventId: event.id }
  const token = await grantApi(wish, event.endsAt)
  const at = new Date().toISOString()
  const scan = { id: newId(), code: ada.code, point: event.arrivalPoint.key, kind: 'arrive', at }
  const post = (data: unknown, slug = event.slug, bearer = token) =>
    request.post(`/api/check-in/${slug}/scans`, { data, headers: { authorization: `Bearer ${bearer}` } })
  const batch = { device: 'north', scans: [scan] }

  const first = await post(batch)
  expect(first.status()).toBe(200)
  const answered = await first.json()
  expect(answered.results[0]).toMatchObject({ id: scan.id, outcome: 'arrived' })
  expect(await (await post(batch)).json()).toEqual(answered)
  const later = await post({ device: 'south', scans: [{ ...scan, id: newId() }] })
  expect((await later.json()).results[0]).toMatchObject({ outcome: 'already_arrived' })

  expect((await post({ scans: 'none' })).status()).toBe(400)
  expect((await post(batch, event.slug, 'nobody-has-this-token')).status()).toBe(401)
  expect((await post(batch, (await makeJourneyEvent()).slug)).status()).toBe(404)
})
