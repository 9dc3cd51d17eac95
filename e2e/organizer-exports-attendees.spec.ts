import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { attendeeColumns } from '@/lib/exports/schema'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeAccessToken, makeUser } from '@/prisma/factories/team'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

test('a link that works once opens the desk, where people are counted and found', async ({ page }) => {
  const event = await makeJourneyEvent()
  await makeRegistration(event, { name: 'Ada Example' })
  await makeRegistration(event, { name: 'Zoë Sample', organization: 'Example Works', photo: 'no_camera' })
  const organizer = await makeUser({ roles: { [event.id]: 'organizer' } })
  const token = await makeAccessToken('sign_in', organizer)

  await page.goto(`/sign-in/${token}?to=/organizer/${event.slug}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/2\s*people are registered/)
  await page.goto(`/sign-in/${token}`)
  await expect(page.getByRole('heading', { name: 'This link does not open any more' })).toBeVisible()

  await page.goto(`/organizer/${event.slug}/attendees`)
  await page.getByRole('searchbox').fill('zoe')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByRole('link', { name: 'Ada Example' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Zoë Sample' }).click()
  await expect(page.getByRole('heading', { name: 'Zoë Sample' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Example Works')
})

test('the list leaves as CSV with the promised columns, and as JSON', async ({ page, context }) => {
  const event = await makeJourneyEvent()
  const ada = await makeRegistration(event, { name: 'Ada Example', legalName: 'Augusta Secret' })
  await signIn(context, { [event.id]: 'owner' })
  await page.goto(`/organizer/${event.slug}/exports`)

  const wanted = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Attendees: CSV for spreadsheets' }).click()
  const csv = await readFile(await (await wanted).path(), 'utf8')
  const [header, row] = csv.replace('\uFEFF', '').split('\n')
  expect(header).toBe(
    'code,status,name,email,organization,presence,days,diet,photo,hotel,room_type,nights,activities,meals,registered_at,arrived_at',
  )
  expect(row).toContain(`${ada.code},confirmed,Ada Example,${ada.email}`)
  expect(csv).not.toContain('Augusta Secret')

  const json = await page.request.get(`/organizer/${event.slug}/exports/attendees.json`)
  const rows = (await json.json()) as object[]
  expect(rows).toHaveLength(1)
  expect(Object.keys(rows[0]!)).toEqual([...attendeeColumns])
})
