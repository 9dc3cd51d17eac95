import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { exportEventFile } from '@/lib/event-files/export-event-file'
import { queueMail } from '@/lib/mail/queue-mail'
import { getMailFacts } from '@/lib/registrations/queries'
import { remindDue } from '@/lib/registrations/remind-due'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, mailsTo, manageLink } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { runToEnd } from './support/own-server'
import { signIn } from './support/sign-in'

test('every mail can be looked at before anybody gets it, in both languages and on a phone', async ({
  page,
  context,
}) => {
  const event = await makeJourneyEvent(4, (file) => ({ ...file, languages: ['en', 'de'] }))
  await signIn(context, { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/mails`)
  await page.getByRole('link', { name: 'See and word our mails' }).click()
  const kinds = page.getByRole('navigation', { name: 'Which mail' }).getByRole('link')
  await expect(kinds.filter({ hasText: 'Confirmation' })).toHaveAttribute('aria-current', 'page')
  await expect(kinds.filter({ hasText: /sign/i })).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(`Your place at ${event.title}`)

  const choose = async (name: string) => {
    const link = page.getByRole('main').getByRole('link', { name, exact: true })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
  }
  for (const name of ['Still coming?', 'Deutsch', 'Phone']) await choose(name)
  await expect(page.getByRole('main')).toContainText(`Bist du noch dabei? ${event.title}`)
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', '')
  expect((await frame.boundingBox())!.width).toBeLessThanOrEqual(392)
  const mail = page.frameLocator('iframe')
  await expect(mail.getByText('Robin Beispiel', { exact: true })).toBeVisible()
  await expect(mail.getByText('Ja oder nein («persönlicher Link»)')).toBeVisible()
  await expect(mail.getByRole('link')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an event words its mails: refused where it names what is unknown, kept, and said to each person', async ({
      page,
      context,
    }) => {
      const event = await makeJourneyEvent()
      await signIn(context, { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/mails/texts?kind=confirmed`)
      await save(page, 'Welcome to {evnet}', '{name}, we meet at {where}.')
      await expect(mistakesOf(page)).toContainText('{evnet} cannot be named here')
      await expect(page.getByRole('textbox', { name: 'Opening paragraph' }).first()).toHaveValue(
        '{name}, we meet at {where}.',
      )
      expect(await db().mailText.count({ where: { eventId: event.id } })).toBe(0)

      await save(page, 'Welcome to {event}', '{name}, we meet at {where}.')
      await expect(page.getByRole('status')).toContainText('Saved')
      await page.getByRole('link', { name: 'See how it looks' }).click()
      await expect(page.getByRole('main')).toContainText(`Welcome to ${event.title}`)
      await expect(page.getByRole('main')).toContainText(/Robin Example, we meet at/)

      const name = '<b>Ada</b> https://evil.example {event}'
      const person = await makeRegistration(event, { name, email: `ada-${event.slug}@example.org` })
      const { to, facts } = await getMailFacts(db(), person.id)
      const about = { eventId: event.id, registrationId: person.id }
      await db().$transaction((tx) => queueMail(tx, { kind: 'confirmed', ...about, to, facts }))
      const mail = await findMail(person.email, 'Welcome to')
      expect(mail.subject).toBe(`Welcome to ${event.title}`)
      expect(mail.text).toContain('<b>Ada</b> https:\u2060//evil.\u2060example {event}, we meet')
      expect(mail.html).not.toMatch(/<b>|https:\/\/evil/)
    })

    test('who saves second reads what the other wrote, and nothing is lost', async ({ page, context }) => {
      const event = await makeJourneyEvent()
      await signIn(context, { [event.id]: 'organizer' })
      const address = `/organizer/${event.slug}/mails/texts?kind=promoted`
      const other = await context.newPage()
      await page.goto(address)
      await other.goto(address)
      await save(other, 'Theirs', '')
      await expect(other.getByRole('status')).toContainText('Saved')
      await save(page, 'Mine', '')
      await expect(mistakesOf(page)).toContainText('Somebody else changed this text')
      await expect(mistakesOf(page)).toContainText('Saved by somebody else: Theirs')
      await expect(page.getByRole('textbox', { name: 'Subject' }).first()).toHaveValue('Mine')
      const words = () => db().mailText.findFirst({ where: { eventId: event.id } })
      expect((await words())!.subject).toBe('Theirs')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('status')).toContainText('Saved')
      expect((await words())!.subject).toBe('Mine')
    })

    test('still coming: yes is counted, no gives the place to the next in line', async ({
      page,
      browser,
    }) => {
      const event = await makeJourneyEvent(4, (file) => ({
        ...file,
        capacity: { on_site: 2 },
        reminders: [{ kind: 'still_coming', before: '300d' }],
      }))
      const early = new Date(Date.now() - 800 * 86_400_000)
      const people = ['yes', 'no'].map((word) => `${word}-${event.slug}@example.org`)
      for (const email of people) await makeRegistration(event, { email, registeredAt: early })
      const next = await makeRegistration(event, { status: 'waitlisted' })
      await remindDue()
      await remindDue()
      const [yes, no] = [
        await findMail(people[0]!, 'still coming'),
        await findMail(people[1]!, 'still coming'),
      ]

      expect(manageLink(yes)).toMatch(/\/my\/[\w-]+\?then=still-coming$/)
      await page.goto(manageLink(yes))
      await expect(page).toHaveURL(/\/my\/still-coming\/[\w-]+$/)
      expect(
        await db().registration.count({ where: { eventId: event.id, stillComingAt: { not: null } } }),
      ).toBe(0)
      await page.getByRole('button', { name: 'Yes, I am coming' }).click()
      await expect(page.getByRole('status')).toContainText('we count on you')

      await page.goto(manageLink(no))
      await page.getByText('No, I give my place back').first().click()
      expect(await db().registration.count({ where: { eventId: event.id, status: 'cancelled' } })).toBe(0)
      await page.getByRole('button', { name: 'Yes, give it back' }).click()
      await expect(page.getByRole('status')).toContainText('Your place is free for others')
      await findMail(next.email, 'A place came free for you')

      const desk = await browser.newContext()
      await signIn(desk, { [event.id]: 'owner' })
      const overview = await desk.newPage()
      await overview.goto(`/organizer/${event.slug}`)
      await expect(overview.getByRole('main')).toContainText(
        /1\s*has said that they still come\s*2 people were asked/,
      )
      await desk.close()
      expect(await mailsTo(people[0]!)).toHaveLength(1)
    })
  })
}

test('a change of plans reaches those it is about when it is asked for, once', async () => {
  test.setTimeout(180_000)
  const event = await makeJourneyEvent()
  const [ada] = [await makeRegistration(event), await makeRegistration(event, { presence: 'remote' })]
  const written = (await exportEventFile(event.slug))!
  expect(written).toContain('venue:')
  const moved = written.replace(/venue:\n {2}name: .*/, 'venue:\n  name: The other house')

  const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-changes-'))
  const apply = async (text: string, ...more: string[]) => {
    const file = path.join(folder, 'event.yaml')
    writeFileSync(file, text)
    const { DATABASE_URL, NEXTAUTH_SECRET, BASE_URL, PORT, DATA_DIR } = process.env as Record<string, string>
    const settings = { DATABASE_URL, NEXTAUTH_SECRET, BASE_URL, PORT, DATA_DIR } as Record<string, string>
    return await runToEnd(['bin/lanyard.ts', 'apply', file, ...more], settings)
  }
  const asked = await apply(moved)
  expect(asked.said).toContain(
    'This changes the plans of 1 person; nobody is written to. With --notify they are.',
  )
  expect(asked.code).toBe(1)
  const done = await apply(moved, '--yes', '--notify')
  expect(done.said).toContain('--notify: 1 person is written to about this.')
  expect(done.said).toContain(`Done: /events/${event.slug}; 1 person is written to\n`)
  const mail = await findMail(ada.email, `New place: ${event.title}`)
  expect(mail.text).toMatch(/Place\nbefore: [^\n]+(\n[^\n]+)*\nnow: The other house/)
  expect(mail.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).toBe(true)
  expect((await apply(moved, '--yes', '--notify')).said).toBe('no changes\n')
  expect(await db().outboxMail.count({ where: { eventId: event.id } })).toBe(1)
  rmSync(folder, { recursive: true })
})

// Beside the product's own, the framework has an alert of its own that says where one is.
const mistakesOf = (page: Page) => page.getByRole('main').getByRole('alert')

async function save(page: Page, subject: string, opening: string) {
  await page.getByRole('textbox', { name: 'Subject' }).first().fill(subject)
  await page.getByRole('textbox', { name: 'Opening paragraph' }).first().fill(opening)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}
