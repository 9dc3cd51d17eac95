import { expect, type Page, test } from '@playwright/test'
import { localDate } from '@/lib/dates'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type MadeEvent, makeEvent, makePool } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { signIn } from './support/sign-in'

const day = 86_400_000
const date = (at: Date) => at.toISOString().slice(0, 10)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('every figure counts the people it leads to', async ({ page, context }) => {
      const { event, last } = await makeKnownEvent()
      await signIn(context, { [event.id]: 'organizer', [last.id]: 'owner' })
      await page.goto(`/organizer/${event.slug}`)
      for (const [sentence, figure] of Object.entries(sentences))
        await expect(page.getByRole('link', { name: sentence }), sentence).toContainText(figure)
      await expectRow(page, 'Places on site', ['5', '4', '1 too many', '1', '5'])
      await expectRow(page, 'tour', ['1', '1', 'none left', '1', '–'])
      await expectRow(page, 'Chili', ['3 + 1 team', '2', '0 + 1 team', '1', '1'])
      await expectRow(page, 'Soup', ['1', '1', '0', '0', '0'])
      const figures = await readFigures(page)
      expect(figures.length).toBeGreaterThan(45)
      for (const [address, figure] of figures) {
        const list = await page.request.get(address)
        const found = figure === 0 ? 'Nobody' : figure === 1 ? '1 person' : `${figure} people`
        expect(await list.text(), address).toContain(`>${found}<`)
      }
    })
  })
}

test('nights say what is held, confirmed, free and waited for, and when the hotel takes them back', async ({
  page,
  context,
}) => {
  const { event } = await makeKnownEvent()
  await signIn(context, { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}`)
  const nights = page.getByRole('region', { name: 'Inn', exact: true })
  const cells = (row: number) => nights.getByRole('row').nth(row).getByRole('cell').allInnerTexts()
  expect(await cells(1)).toEqual(['3', '2', '1', '1', '1', '1'])
  expect(await cells(2)).toEqual(['3', '1', '1', '2', '0', '0'])
  await expect(page.getByText('In 3 days the hotel takes back what is not held')).toBeVisible()
  await expect(page.getByText('One person has a room that the hotel has not confirmed.')).toBeVisible()
  await setRelease(event, 0)
  await page.reload()
  await expect(page.getByText(/^Today, .* is the last day/)).toBeVisible()
  await setRelease(event, -2)
  await page.reload()
  await expect(page.getByText('The hotel took its free rooms back 2 days ago')).toBeVisible()
})

test('the last edition is shown to whoever plans it too, and to nobody else', async ({ page, context }) => {
  const { event, last } = await makeKnownEvent()
  await signIn(context, { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}`)
  await expect(page.getByRole('heading', { name: 'Registrations over time' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(last.title)
  await page.getByText('The same as a table').click()
  await expect(page.getByRole('region', { name: 'Registrations over time' }).getByRole('row')).toHaveCount(4)

  await signIn(context, { [event.id]: 'organizer', [last.id]: 'organizer' })
  await page.reload()
  await expect(page.getByRole('link', { name: `by this point before ${last.title}` })).toContainText('2')
  await page.getByText('The same as a table').click()
  await expect(page.getByRole('columnheader', { name: last.title })).toBeVisible()
})

test("on the event's day arrivals appear by themselves", async ({ page, context }) => {
  const now = Date.now()
  const event = await makeEvent({ startsAt: new Date(now - 1_000), endsAt: new Date(now + 1_000) })
  const ada = await makeRegistration(event, { name: 'Ada Example' })
  await signIn(context, { [event.id]: 'organizer' })
  await page.clock.install()
  await page.goto(`/organizer/${event.slug}`)
  await expect(page.getByRole('link', { name: /has arrived|have arrived/ })).toContainText('0 of 1')
  await arrive(event, ada.id)
  await page.clock.runFor(31_000)
  await expect(page.getByRole('link', { name: 'has arrived' })).toContainText('1 of 1')
})

test('an event without anybody says what to do', async ({ page, context }) => {
  const draft = await makeEvent({ status: 'draft' })
  const open = await makeEvent()
  const later = await makeEvent({ opensAt: new Date(Date.now() + day) })
  const off = await makeEvent({ status: 'cancelled' })
  await makeRegistration(off)
  const events = [draft, open, later, off]
  await signIn(context, Object.fromEntries(events.map(({ id }) => [id, 'owner'])))
  const says = async ({ slug }: MadeEvent, ...words: string[]) => {
    await page.goto(`/organizer/${slug}`)
    for (const one of words) await expect(page.getByRole('main')).toContainText(one)
  }
  await says(draft, 'Draft: only the team sees it', 'Publish it', 'once the event is published')
  await says(open, 'Nobody has registered yet', `/events/${open.slug}`)
  await says(later, 'Registration opens on')
  await says(off, 'nobody can register any more', 'One person is still registered')
})

const sentences = {
  'people are registered': '8',
  'are confirmed': '6',
  'come on site': '4',
  'takes part online': '1',
  'comes to an activity only': '1',
  'waits for a place': '1',
  'has not confirmed the address yet': '1',
  'no-camera sticker is needed': '1',
  'were never asked about photos': '2',
  'was offered something': '1',
  'has said that they still come': '1',
  'have not said so': '5',
  'mail could not be delivered': '1',
  'registrations in all': '9',
  'came in within the last seven days': '8',
  'by this point before': '2',
  'has arrived': '1 of 5',
  'are still expected': '4',
  'people have a room here': '2',
}

/** Nine people whose every number is known, and the edition before with three. */
async function makeKnownEvent() {
  const series = `series-${newId()}`
  const startsAt = new Date(Math.floor(Date.now() / day) * day + 20 * day + day / 3)
  const [first, second] = [new Date(startsAt.getTime() - day), startsAt]
  const last = await makeEvent({ title: 'The edition before', series, ...span(startsAt, -365) })
  for (const before of [10, 21, 22])
    await makeRegistration(last, { registeredAt: new Date(last.startsAt.getTime() - before * day) })
  const event = await makeEvent({
    ...{ series, onSite: 5, ...span(startsAt, 0) },
    arePhotosTaken: true,
    activities: [{ key: 'tour', size: 1 }],
    meals: [
      {
        key: 'lunch',
        title: 'Lunch',
        options: [
          { key: 'chili', name: 'Chili' },
          { key: 'soup', name: 'Soup' },
        ],
      },
    ],
    hotels: [
      {
        ...{ key: 'inn', name: 'Inn', releaseOn: inDays(3) },
        roomTypes: [{ key: 'single', name: 'Single', nights: { [date(first)]: 3, [date(second)]: 3 } }],
      },
    ],
  })
  await fill(event, [date(first), date(second)])
  return { event, last }
}

const span = (startsAt: Date, days: number) => ({
  startsAt: new Date(startsAt.getTime() + days * day),
  endsAt: new Date(startsAt.getTime() + days * day + 1.2 * day),
})

async function fill(event: MadeEvent, [first, second]: [string, string]) {
  const [chili, soup] = event.meals[0]!.options.map(({ id: optionId, mealId }) => ({ optionId, mealId }))
  const tour = event.activities[0]!.id
  const roomTypeId = event.hotels[0]!.roomTypes[0]!.id
  const days = [date(event.startsAt), date(event.endsAt)].map((one) => new Date(one))
  const add = (overrides: Parameters<typeof makeRegistration>[1]) =>
    makeRegistration(event, { days, registeredAt: new Date(Date.now() - 2 * day), ...overrides })
  const stay = { roomTypeId, nights: [first] }
  const ada = await add({
    ...{ name: 'Ada', photo: 'no_camera', diet: ['vegan', 'nut_free'], stillComingAt: new Date() },
    ...{ activities: [{ id: tour }], mealChoices: [chili!], stay: { ...stay, nights: [first, second] } },
    registeredAt: new Date(Date.now() - 30 * day),
  })
  await add({ name: 'Bo', mealChoices: [chili!], stay, days: days.slice(1) })
  await add({ name: 'Cem', presence: 'remote', photo: 'not_asked' })
  await add({
    name: 'Dee',
    photo: 'not_asked',
    mealChoices: [soup!],
    diet: ['vegan'],
    stay: { ...stay, state: 'wished' },
  })
  await add({
    ...{ name: 'Eve', photo: 'not_asked', mealChoices: [chili!], diet: ['vegan'] },
    activities: [{ id: tour, state: 'waiting' }],
    stay: { ...stay, state: 'waiting' },
    registeredAt: new Date(Date.now() - 6 * day),
  })
  await add({ name: 'Fay', status: 'unverified', mealChoices: [chili!] })
  await add({ name: 'Gus', status: 'waitlisted' })
  await add({ name: 'Hal', status: 'cancelled' })
  await add({ name: 'Ida', presence: 'activity_only' })
  await settle(event, ada.id)
}

async function settle(event: MadeEvent, adaId: string) {
  const eventId = event.id
  await db().stay.updateMany({ where: { registrationId: adaId }, data: { confirmedAt: new Date() } })
  await db().pool.update({ where: { id: event.onSite.id }, data: { size: 4 } })
  const offeredUntil = new Date(Date.now() + day)
  await db().claim.updateMany({ where: { registrationId: adaId, kind: 'activity' }, data: { offeredUntil } })
  const mail = {
    eventId,
    registrationId: adaId,
    language: 'en',
    toName: '',
    toAddress: 'a@example.org',
    facts: {},
  }
  const sentAt = new Date()
  await db().outboxMail.createMany({
    data: [
      { ...mail, id: newId(), kind: 'still_coming', state: 'sent', sentAt },
      { ...mail, id: newId(), kind: 'reminder', state: 'failed' },
    ],
  })
  await arrive(event, adaId)
  const { id: userId } = await makeUser({ roles: { [eventId]: 'check_in' } })
  await db().teamDiet.create({ data: { eventId, userId, diet: ['halal'] } })
  const { id: optionId, mealId } = event.meals[0]!.options[0]!
  await db().teamMeal.create({ data: { eventId, userId, mealId, optionId } })
  await makePool(eventId, 'day', 10, date(event.startsAt))
}

async function arrive(event: MadeEvent, registrationId: string) {
  const at = new Date()
  const fact = { kind: 'arrive', outcome: 'arrived', deviceAt: at, serverAt: at, device: 'desk' } as const
  await db().checkInFact.create({
    data: { id: newId(), eventId: event.id, registrationId, pointId: event.arrivalPoint.id, ...fact },
  })
}

const inDays = (days: number) => new Date(localDate(new Date(Date.now() + days * day), 'Europe/Berlin'))

async function setRelease(event: MadeEvent, days: number) {
  await db().hotel.updateMany({ where: { eventId: event.id }, data: { releaseOn: inDays(days) } })
  await db().event.update({ where: { id: event.id }, data: { revision: { increment: 1 } } })
}

async function expectRow(page: Page, name: string, cells: string[]) {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  expect(await row.getByRole('cell').allInnerTexts(), name).toEqual(cells)
}

/** Every link into a list of people, with the number it says. */
async function readFigures(page: Page): Promise<[string, number][]> {
  const links = page.getByRole('main').locator('a[href*="/attendees"]:not([tabindex])')
  const said = await links.evaluateAll((all) =>
    all.map((link) => [link.getAttribute('href')!, link.textContent!] as const),
  )
  const figures = new Map(said.map(([address, words]) => [address, Number(/\d+/.exec(words)?.[0] ?? 1)]))
  return [...figures]
}
