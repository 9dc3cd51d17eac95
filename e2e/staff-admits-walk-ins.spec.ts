import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { makeBlankBadges } from '@/lib/badges/make-blank-badges'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { grantApi } from '@/lib/team/grant'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { historyOf, organizerOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { doorRecords, network, openDoor } from './support/door-page'
import { findForm, sendAgain } from './support/press-again'
import { signIn } from './support/sign-in'

const newcomer = 'Somebody who is not on the list'
const atDesk = { submit: 'Register and let in' }
const held = { submit: 'Keep, and let in' }

for (const javaScriptEnabled of [true, false]) {
  test(`a short form, and they are in; a known address is said; JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ ...test.info().project.use, javaScriptEnabled })
    const page = await context.newPage()
    const event = await makeEvent()
    await signIn(context, { [event.id]: 'check_in' })
    await page.goto(`/check-in/${event.slug}`)
    if (javaScriptEnabled) await expect(page.locator('[data-door=open]')).toBeVisible()
    await page.getByRole('link', { name: newcomer }).click()
    await fillIn(page, { name: 'Cy Newcomer', email: 'cy@example.org' }, atDesk)
    await expect(page.getByRole('status')).toContainText('Come in, Cy')
    expect(await walkInsOf(event)).toMatchObject([
      { name: 'Cy Newcomer', status: 'confirmed', photo: 'no_camera', facts: ['arrived'] },
    ])

    await page.goto(`/check-in/${event.slug}/walk-in`)
    await fillIn(page, { name: 'Cyan Newcomer', email: 'CY@example.org' }, atDesk)
    await expect(page.locator('[data-error-summary]')).toContainText(
      'Somebody is registered with this address already',
    )
    await expect(page.getByRole('textbox', { name: 'Name on your badge' })).toHaveValue('Cyan Newcomer')
    expect(await walkInsOf(event)).toHaveLength(1)
    await context.close()
  })
}

test('the same form three times, twice at once, is one person who came once', async ({ context }) => {
  const event = await makeEvent()
  await signIn(context, { [event.id]: 'check_in' })
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const url = `${process.env.BASE_URL}/check-in/${event.slug}/walk-in`
  const form = await findForm(url, { cookie }, { words: atDesk.submit })
  const typed = { name: 'Cy Newcomer', email: 'cy@example.org', photo: 'fine', agreed: 'on_paper' }
  const answers = await sendAgain([url, url], { cookie }, Object.entries({ ...form!, ...typed }))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
  expect(answers[0]!.location).toContain(`answer=${form!.submissionId}`)
  expect(await walkInsOf(event)).toMatchObject([{ name: 'Cy Newcomer', facts: ['arrived'] }])
})

test('a full house lets nobody in, unless a supervisor says why', async ({ page, context }) => {
  const event = await makeEvent({ onSite: 1 })
  await makeRegistration(event)
  await signIn(context, { [event.id]: 'check_in' })
  const beyond = page.getByRole('checkbox', { name: 'Let them in even where no place is left' })
  await page.goto(`/check-in/${event.slug}/walk-in`)
  await expect(page.getByText('On site is full')).toBeVisible()
  await expect(beyond).toHaveCount(0)
  await fillIn(page, { name: 'Cy Newcomer', email: 'cy@example.org' }, atDesk)
  await expect(page.getByRole('status')).toContainText('Cy is still waiting for a place')

  await signIn(context, { [event.id]: 'organizer' })
  await page.goto(`/check-in/${event.slug}/walk-in`)
  await beyond.check()
  await fillIn(page, { name: 'Dana Speaker', email: 'dana@example.org' }, atDesk)
  await expect(page.locator('[data-error-summary]')).toContainText('Please say why')
  await page.getByRole('textbox', { name: 'Reason' }).fill('She opens the event.')
  await page.getByRole('button', { name: atDesk.submit }).click()
  await expect(page.getByRole('status')).toContainText('Come in, Dana')
  const dana = await db().registration.findFirstOrThrow({
    where: { eventId: event.id, name: 'Dana Speaker' },
  })
  expect((await historyOf(dana)).map(({ facts }) => facts)).toContainEqual(
    expect.objectContaining({ placesBeyond: 1, reason: 'She opens the event.' }),
  )
})

test('the desk prints a badge, which is noted, or gives a blank one, which finds its person', async ({
  page,
  context,
  request,
}) => {
  const event = await makeEvent()
  const zoe = await makeRegistration(event, { name: 'Zoë Sample' })
  await makeBlankBadges(organizerOf(event, newId()), 2)
  await signIn(context, { [event.id]: 'check_in' })
  await page.goto(`/check-in/${event.slug}/badges/${zoe.id}`)
  await page.getByRole('button', { name: 'Print this badge' }).click()
  await expect(page.getByText('It is noted.')).toBeVisible()
  expect((await historyOf(zoe)).map(({ act }) => act)).toContain('badge_printed')

  await page.getByRole('textbox', { name: 'Or give a blank badge' }).fill('2')
  await page.getByRole('button', { name: 'Give this badge' }).click()
  await expect(page.getByText('Badge 2 is now the badge of Zoë Sample.')).toBeVisible()
  const { code } = await db().badge.findFirstOrThrow({ where: { eventId: event.id, number: 2 } })
  const actor = { kind: 'command_line', id: null } as const
  const wish = { email: `door-${newId()}@example.org`, actor, eventId: event.id }
  const token = await grantApi(wish, event.endsAt)
  const scan = { id: newId(), code, kind: 'arrive', at: new Date().toISOString() }
  const answered = await request.post(`/api/check-in/${event.slug}/scans`, {
    data: { device: 'north', scans: [scan] },
    headers: { authorization: `Bearer ${token}` },
  })
  expect((await answered.json()).results).toMatchObject([
    { id: scan.id, outcome: 'arrived', person: { name: 'Zoë Sample' } },
  ])
})

test('without network somebody new is held, sealed, over a reload too, and registered later', async ({
  page,
  context,
}) => {
  const event = await makeEvent({ isLegalNameRequired: true })
  await goOffline(page, context, event)
  await page.getByRole('button', { name: newcomer }).click()
  await page.getByRole('textbox', { name: 'Legal name' }).fill('Cyrus Newcomer')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await fillIn(page, { name: 'Cy Newcomer', email: 'cy@example.org' }, held)
  const answer = page.getByRole('status')
  await expect(answer).toContainText('Held: Cy Newcomer will be registered when there is network.')
  await expect(answer).toContainText('(0 of 0 are in)')
  await network(page, '1 waiting to be sent')
  expect((await doorRecords(page)).text).not.toContain('Newcomer')

  await page.reload()
  await network(page, '1 waiting to be sent')
  expect(await walkInsOf(event)).toEqual([])
  await context.setOffline(false)
  await network(page, 'Online')
  await expect(page.getByText('waiting to be sent')).toBeHidden()
  await expect(page.getByText('1 of 1 arrived')).toBeVisible()
  expect(await walkInsOf(event)).toMatchObject([
    { name: 'Cy Newcomer', legalName: 'Cyrus Newcomer', status: 'confirmed', facts: ['arrived'] },
  ])
})

test('who was held and is not on the list as arrived stays in sight until somebody has seen to it', async ({
  page,
  context,
}) => {
  const event = await makeEvent({ onSite: 1 })
  await makeRegistration(event, { email: 'ada@example.org' })
  await goOffline(page, context, event)
  for (const [name, email] of [
    ['Cy Newcomer', 'ada@example.org'],
    ['Dana Speaker', 'dana@example.org'],
  ] as const) {
    await page.getByRole('button', { name: newcomer }).click()
    await fillIn(page, { name, email }, held)
    await expect(page.getByRole('status')).toContainText(`Held: ${name}`)
  }
  await network(page, '2 waiting to be sent')
  await context.setOffline(false)
  const known = page.getByText(/^Cy Newcomer \(ada@example\.org\).*registered with this address already/)
  const inLine = page.getByText(/^Dana Speaker \(dana@example\.org\).*the list says “waiting list”/)
  await expect(known).toBeVisible()
  await expect(inLine).toBeVisible()
  expect(await walkInsOf(event)).toMatchObject([{ name: 'Dana Speaker', status: 'waitlisted' }])

  await openDoor(page, event.slug)
  await expect(inLine).toBeVisible()
  await page.getByRole('button', { name: 'Seen to: Cy Newcomer' }).click()
  await expect(known).toBeHidden()
  await expect(inLine).toBeVisible()
})

async function goOffline(page: Page, context: BrowserContext, event: MadeEvent) {
  await signIn(context, { [event.id]: 'check_in' })
  await openDoor(page, event.slug)
  await context.setOffline(true)
  await network(page, /Offline since/)
}

type Said = { name: string; email: string }

async function fillIn(page: Page, { name, email }: Said, { submit }: { submit: string }) {
  await page.getByRole('textbox', { name: 'Name on your badge' }).fill(name)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('radio', { name: 'No camera, please' }).check()
  await page.getByRole('radio', { name: 'Yes, they read it here' }).check()
  await page.getByRole('button', { name: submit }).click()
}

/** Everybody who was registered at the door, with what was noted of their coming. */
async function walkInsOf({ id: eventId }: MadeEvent) {
  const people = await db().registration.findMany({ where: { eventId, source: 'walk_in' } })
  const facts = await db().checkInFact.findMany({ where: { eventId } })
  return people.map((person) => ({
    ...person,
    facts: facts.flatMap(({ registrationId, outcome }) => (registrationId === person.id ? [outcome] : [])),
  }))
}
