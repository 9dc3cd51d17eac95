import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { AttendeeKey } from '@/lib/keys'
import { declinePlace } from '@/lib/registrations/decline-place'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { offerPlace, takePlace } from '@/prisma/factories/transfers'
import { makeJourneyEvent } from './support/make-journey-event'

test('an offer that was taken up cannot be taken back, and the page says so', async ({ page }) => {
  const event = await makeJourneyEvent()
  await db().event.update({ where: { id: event.id }, data: { isTransferAllowed: true } })
  const key = await arrive(page, event)
  const { token } = await offerPlace(key)
  await page.goto(`/my/transfer/${key.registrationId}`)
  expect((await takePlace(event, token)).ok).toBe(true)
  await page.getByRole('button', { name: 'Keep my place after all' }).click()
  await expect(page.getByText('There was no offer left to take back')).toBeVisible()
  await page.getByRole('link', { name: 'Your badge' }).click()
  await expect(page).toHaveURL('/my')
})

test('so does a consent that was taken back elsewhere', async ({ page }) => {
  const event = await makeJourneyEvent()
  const key = await arrive(page, event, { isListed: true })
  const { registrationId } = key
  const given = { kind: 'listed', textVersion: 1, isGiven: true, decidedAt: new Date(), language: 'en' }
  await db().consent.create({ data: { id: newId(), eventId: event.id, registrationId, ...given } })
  await page.goto(`/my/data/${registrationId}`)
  await db().consent.deleteMany({ where: { registrationId } })
  await db().registration.update({ where: { id: registrationId }, data: { isListed: false } })
  await page.getByRole('button', { name: /^Take back.*public list/ }).click()
  await expect(page.getByText('There was nothing left to take back.')).toBeVisible()
})

test('what went elsewhere meanwhile is not given back, and who only waits has nothing to give', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  const activities = [{ id: event.activities[0]!.id }]
  const holder = await arrive(page, event, { activities })
  await page.goto(`/my/decline/${holder.registrationId}`)
  await declinePlace(holder, { kind: 'activity', subjectId: activities[0]!.id })
  await page.getByRole('button', { name: 'Give this back' }).first().click()
  await expect(page.getByText('That was not yours any more.')).toBeVisible()
  const waiting = await arrive(page, event, { status: 'waitlisted' })
  await page.goto(`/my/decline/${waiting.registrationId}`)
  await expect(page.getByText('There is nothing you could give back.')).toBeVisible()
})

test('whoever has no room or may not pass their place on reads a sentence', async ({ page }) => {
  const { registrationId } = await arrive(page, await makeJourneyEvent())
  await page.goto(`/my/share/${registrationId}`)
  await expect(page.getByText('No room is kept for you any more.')).toBeVisible()
  await page.goto(`/my/transfer/${registrationId}`)
  await expect(page.getByText('This place cannot be passed on')).toBeVisible()
})

test('the form for the place of somebody else starts empty, and leaves one’s own as it was', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  await db().event.update({ where: { id: event.id }, data: { isTransferAllowed: true } })
  const { id: registrationId } = await makeRegistration(event)
  const { token } = await offerPlace({ eventId: event.id, registrationId } as AttendeeKey)
  const name = page.getByRole('textbox', { name: 'Name on your badge' })
  const own = `/events/${event.slug}/register`
  await page.goto(own)
  await name.fill('Ada Example')
  await page.goto(`${own}?transfer=${token}`)
  await expect(name).toHaveValue('')
  await name.fill('Bo Sample')
  await page.reload()
  await expect(name).toHaveValue('Bo Sample')
  await page.goto(own)
  await expect(name).toHaveValue('Ada Example')
})

async function arrive(page: Page, event: MadeEvent, facts: Parameters<typeof makeRegistration>[1] = {}) {
  const { id: registrationId, manageToken } = await makeRegistration(event, facts)
  await page.goto(`/my/${manageToken}`)
  return { eventId: event.id, registrationId } as AttendeeKey
}
