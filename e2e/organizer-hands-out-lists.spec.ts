import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { db } from '@/lib/db/client'
import { exportLists } from '@/lib/exports/schema'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

test('the reception gets a frozen list by a link that opens once, without an account', async ({
  page,
  context,
  browser,
}) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'ada', legalName: 'Augusta Example' })
  await signIn(context, { [event.id]: 'organizer' })
  const list = `/organizer/${event.slug}/exports/access`
  const before = await page.request.get(`${list}.csv`)
  expect(before.status()).toBe(409)
  expect(await before.text()).toContain('Nothing was handed out yet')

  await page.goto(`/organizer/${event.slug}/exports`)
  await page.getByRole('link', { name: 'Freeze and hand out' }).click()
  await page.getByRole('button', { name: 'Freeze and hand out' }).click()
  await expect(page.getByLabel('Who gets it')).toBeFocused()
  await page.getByLabel('Who gets it').fill('Reception, Example House')
  await page.getByLabel('What it is for').fill('Admission to the building')
  await page.getByRole('button', { name: 'Freeze and hand out' }).click()
  await expect(page.getByRole('status')).toContainText('The list is frozen')
  await makeRegistration(event, { name: 'late', legalName: 'Zoë Late' })
  expect(await (await page.request.get(`${list}.csv`)).text()).toBe('\uFEFFlegal_name\nAugusta Example\n')
  const since = await page.request.get(`${list}.csv?since=last`)
  expect(await since.text()).toBe('\uFEFFchange,legal_name\nnew,Zoë Late\n')

  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByRole('status').locator('code').innerText()
  const reception = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  for (let look = 0; look < 2; look++) await reception.goto(link)
  await expect(reception.getByRole('heading')).toContainText('Reception, Example House')
  expect(await reception.content()).not.toContain('Augusta')
  const file = await downloadFrom(reception, 'Open as Excel')
  const rows = (await readXlsx(await readFile(file))).sheets[0]!.rows
  expect(rows).toEqual([['legal_name'], ['Augusta Example']])
  const answer = await reception.goto(link)
  expect(answer!.headers()['cache-control']).toContain('no-store')
  await expect(reception.getByRole('heading', { name: 'does not open any more' })).toBeVisible()
  await page.reload()
  await expect(page.getByText(/opened .*\d\d:\d\d/)).toBeVisible()
})

test('every list has a file in every format, and the history knows each of them', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Zoë Łukasz', photo: 'no_camera' })
  await signIn(context, { [event.id]: 'owner' })
  for (const list of exportLists.filter((one) => one !== 'access'))
    for (const [format, type] of types) {
      const answer = await page.request.get(`/organizer/${event.slug}/exports/${list}.${format}`)
      expect(answer.status(), `${list}.${format}`).toBe(200)
      expect(answer.headers()['content-type']).toContain(type)
      expect(answer.headers()['cache-control']).toContain('no-store')
    }
  const noted = await db().historyEntry.count({ where: { eventId: event.id, act: 'exported' } })
  expect(noted).toBe((exportLists.length - 1) * types.length)
  await page.goto(`/organizer/${event.slug}/exports`)
  await expect(page.getByRole('article', { name: 'No camera' })).toContainText('1 sticker needed')
  await expect(page.getByRole('article', { name: 'Badges' })).toContainText('Print page, 1 row')
})

test('badges are printed with names of every script; a PDF that could not draw them becomes the print page', async ({
  page,
  context,
}) => {
  const event = await makeJourneyEvent()
  const person = await makeRegistration(event, { name: '李小龍', photo: 'no_camera' })
  await signIn(context, { [event.id]: 'owner' })
  await page.goto(`/organizer/${event.slug}/exports/badges.pdf`)
  await expect(page).toHaveURL(/badges\/print/)
  await expect(page.getByText('wrong letters are worse than none')).toBeVisible()
  await expect(page.getByText(person.name, { exact: true })).toBeVisible()
  await page.getByLabel('Labels').selectOption({ label: 'A6: four on A4' })
  await page.getByLabel('Blank badges').fill('3')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('article')).toHaveCount(4)
  await expect(page.getByRole('article').first()).toContainText('No camera')

  const looks = () => db().historyEntry.count({ where: { eventId: event.id, act: 'exported' } })
  expect(await looks()).toBe(1)
  await page.goto(`/organizer/${event.slug}/exports/check-in/print`)
  await expect(page.getByRole('heading', { name: 'Check-in on paper' })).toBeVisible()
  expect(await looks()).toBe(2)
})

test('the filter of the attendee list goes along into the file', async ({ page, context }) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Ada Vegan', diet: ['vegan'] })
  await makeRegistration(event, { name: 'Bo' })
  await signIn(context, { [event.id]: 'owner' })
  await page.goto(`/organizer/${event.slug}/exports?diet=vegan`)
  await expect(page.getByText('Diet: Vegan')).toBeVisible()
  const wanted = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Attendees: CSV for spreadsheets' }).click()
  const csv = await readFile(await (await wanted).path(), 'utf8')
  expect(csv).toContain('Ada Vegan')
  expect(csv.trim().split('\n')).toHaveLength(2)
})

const types = [
  ['csv', 'text/csv'],
  ['xlsx', 'spreadsheetml'],
  ['json', 'application/json'],
  ['pdf', 'application/pdf'],
  ['print', 'text/html'],
] as const

async function downloadFrom(page: Page, button: string): Promise<string> {
  const wanted = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return await (await wanted).path()
}
