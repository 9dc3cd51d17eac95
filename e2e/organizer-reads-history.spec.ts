import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

test('every export is a line, the download of history too, and a filter shows only its own', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  const person = await makeRegistration(event, { name: 'Zoë Sample' })
  const user = await signIn(page.context(), { [event.id]: 'organizer' })
  await db().user.update({ where: { id: user.id }, data: { name: 'Olu Example' } })
  const history = `/organizer/${event.slug}/history`
  await page.request.get(`/organizer/${event.slug}/exports/attendees.csv`)
  await page.goto(`/organizer/${event.slug}/attendees/${person.id}`)
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Yes, cancel|^Cancel it/ }).click()
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible()
  await page.goto(history)
  await expect(page.getByText(/Olu Example exported “Attendees” as CSV: 1 row|one row/).first()).toBeVisible()
  const cancelled = page.getByRole('row', { name: 'Olu Example cancelled the registration of Zoë Sample' })
  await expect(cancelled.getByRole('link', { name: 'Attendee' })).toHaveAttribute(
    'href',
    `/organizer/${event.slug}/attendees/${person.id}`,
  )

  await page.getByRole('combobox', { name: 'About' }).selectOption('lists')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(cancelled).toHaveCount(0)
  const csv = await (await page.request.get(`${history}/download?group=lists`)).text()
  expect(csv.split('\n')[0]).toBe('\uFEFFat,who,act,what,details,subject,subject_id')
  expect(csv).toContain('Olu Example exported “Attendees” as CSV')
  expect(csv).not.toContain('cancelled')
  await page.reload()
  await expect(page.getByText('Olu Example exported “History” as CSV')).toBeVisible()
  await expect(page.getByText('Filter: group: lists')).toBeVisible()
})

test('pages follow each other without a gap or a repetition, days are those of the event', async ({
  page,
}) => {
  const event = await makeJourneyEvent()
  const user = await signIn(page.context(), { [event.id]: 'organizer' })
  await makeLines(event.id, user.id, 120)
  const history = `/organizer/${event.slug}/history`
  await page.goto(`${history}?who=${user.id}`)
  const seen: string[] = []
  for (let at = 0; at < 3; at++) {
    seen.push(
      ...(await page
        .locator('tbody time:visible')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!))),
    )
    if (at < 2) await page.getByRole('link', { name: 'Older' }).click()
    if (at < 2) await expect(page).toHaveURL(/before=/)
    if (at < 2)
      await expect(page.locator('tbody time:visible').first()).not.toHaveAttribute('datetime', seen.at(-50)!)
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
  expect(seen).toEqual(seen.toSorted().reverse())
  await expect(page.getByRole('link', { name: 'Older' })).toHaveCount(0)
  // 23:30 UTC on 1 March is the 2nd in Berlin.
  await page.goto(`${history}?from=2026-03-02&to=2026-03-02&who=${user.id}`)
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await page.goto(`${history}?from=2026-03-01&to=2026-03-01&who=${user.id}`)
  await expect(page.getByText('Nothing fits')).toBeVisible()
})

async function makeLines(eventId: string, actorId: string, count: number) {
  const line = { eventId, actorKind: 'user', actorId, act: 'exported', subject: 'list', facts: {} }
  const begin = Date.UTC(2026, 3, 1)
  await db().historyEntry.createMany({
    data: Array.from({ length: count }, (_, at) => ({
      ...line,
      id: newId(),
      at: at === 0 ? new Date('2026-03-01T23:30:00Z') : new Date(begin + at * 60_000),
    })),
  })
}
