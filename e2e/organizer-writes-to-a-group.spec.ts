import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { makeRegistration } from '@/prisma/factories/registrations'
import { findMail, mailsTo, manageLink } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

const bilingual = () => makeJourneyEvent(4, (file) => ({ ...file, languages: ['en', 'de'] }))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('whoever fits the list gets a message in their language, once, and its fate is told of each', async ({
      page,
      context,
    }) => {
      const event = await bilingual()
      const address = (name: string) => `${name}-${event.slug}@example.org`
      await makeRegistration(event, { name: '<b>Ada</b> {event}', email: address('ada') })
      await makeRegistration(event, { name: 'Bo', email: address('bo'), language: 'de' })
      await makeRegistration(event, { name: 'Cy', email: address('cy'), photo: 'no_camera' })
      const me = await signIn(context, { [event.id]: 'organizer' })

      await page.goto(`/organizer/${event.slug}/attendees?photo=fine`)
      await page.getByRole('link', { name: 'Write to them' }).click()
      await expect(page.getByRole('main')).toContainText('2 people (Photos: Photos are fine)')
      await write(
        page,
        'Doors of {event}',
        'Dear {nmae}, **doors** open at [nine](https://hall.example.org).',
      )
      await page.getByRole('button', { name: 'Look at the letter' }).click()
      await expect(mistakesOf(page)).toContainText('{nmae} cannot be named here')
      await write(
        page,
        'Doors of {event}',
        'Dear {name}, **doors** open at [nine](https://hall.example.org).',
      )
      await page.getByRole('button', { name: 'Look at the letter' }).click()

      const names = page.getByRole('list', { name: 'Names of everybody who gets it' })
      await expect(names.getByRole('link')).toHaveText(['<b>Ada</b> {event}', 'Bo'])
      await expect(page.getByRole('main')).toContainText(
        'One of them reads German, and gets the English text, as there is no other.',
      )
      await expect(page.getByText(`Doors of ${event.title}`)).toBeVisible()
      await page.getByRole('link', { name: 'Change the text' }).click()
      await write(page, 'Einlass', 'Um neun.', 1)
      await page.getByRole('button', { name: 'Look at the letter' }).click()
      await page.getByRole('link', { name: 'Deutsch', exact: true }).click()
      await expect(page.getByText('Hallo Robin Beispiel', { exact: false }).first()).toBeAttached()

      await page.getByRole('button', { name: 'Send a test to me' }).click()
      await expect(page.getByRole('status')).toContainText('A test is on its way')
      expect((await findMail(me.email, '[Probe] Einlass')).text).toContain('Um neun.')
      expect(await mailsTo(address('ada'))).toHaveLength(0)

      await sendNow(page)
      await expect(page.getByRole('heading', { name: 'What became of it' })).toBeVisible()
      const mail = await findMail(address('ada'), `Doors of ${event.title}`)
      expect(mail.text).toContain(`Dear <b>Ada</b> {event}, doors open at nine <https://hall.example.org>`)
      expect(mail.html).not.toContain('<b>Ada')
      expect(manageLink(mail)).toContain('/my/')
      expect(mail.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false)
      await findMail(address('bo'), 'Einlass')
      await page.reload()
      await expect(page.getByRole('main')).toContainText('2 of 2')
      await expect(page.getByRole('row', { name: /Bo/ })).toContainText('Sent')
      expect(await mailsTo(address('ada'))).toHaveLength(1)
      expect(await mailsTo(address('cy'))).toHaveLength(0)

      await page.goto(`/organizer/${event.slug}/history`)
      await expect(page.getByRole('main')).toContainText(/wrote to 2 people/)
      await page.goto(`/organizer/${event.slug}/mails`)
      await expect(page.getByRole('table', { name: 'Messages to groups' })).toContainText('Doors of {event}')
    })

    test('a draft is kept, scheduled by the clocks of the event, called off, and thrown away', async ({
      page,
      context,
    }) => {
      const event = await bilingual()
      await makeRegistration(event)
      await signIn(context, { [event.id]: 'organizer' })
      await page.goto(`/organizer/${event.slug}/mails/write`)
      await write(page, 'Soon', '')
      await page.getByRole('button', { name: 'Keep as a draft' }).click()
      await expect(page.getByRole('status')).toContainText('Kept as a draft')
      await expect(page.getByRole('textbox', { name: 'Subject' }).first()).toHaveValue('Soon')
      await write(page, 'Soon', 'More to come.')
      await page.getByRole('button', { name: 'Look at the letter' }).click()

      const schedule = async (at: string) => {
        await page.getByLabel('Or on this day, at this time').fill(at)
        await page.getByRole('button', { name: 'Schedule' }).click()
      }
      await schedule('2020-01-01T09:00')
      await expect(mistakesOf(page)).toContainText('That moment is over')
      await page.getByLabel('Or on this day, at this time').fill('2099-01-01T09:00')
      await page.getByLabel('Or on this day, at this time').press('Enter')
      await expect(mistakesOf(page)).toContainText('more than a year')
      expect(await db().groupMail.count({ where: { eventId: event.id, state: 'draft' } })).toBe(1)
      const nextYear = new Date().getUTCFullYear() + 1
      await schedule(`${nextYear}-01-15T09:00`)
      await expect(page.getByText(/It goes out on .*15 January .*, 09:00 CET/)).toBeVisible()
      await unfold(page, /^Call it off$/)
      await page.getByRole('button', { name: 'Yes, call it off' }).click()
      await expect(page.getByRole('status')).toContainText('It is a draft again')
      await unfold(page, /^Throw the draft away$/)
      await page.getByRole('button', { name: 'Yes, throw it away' }).click()
      await expect(page.getByRole('status')).toContainText('The draft is gone')
      expect(await db().groupMail.count({ where: { eventId: event.id } })).toBe(0)
    })

    test('news can be ended with one press, which a link alone does not do, and are not sent there again', async ({
      page,
      context,
      request,
    }) => {
      const event = await bilingual()
      const [ada, bo] = [`ada-${event.slug}@example.org`, `bo-${event.slug}@example.org`]
      for (const email of [ada, bo]) await makeRegistration(event, { email })
      await signIn(context, { [event.id]: 'organizer' })
      const news = async (subject: string) => {
        await page.goto(`/organizer/${event.slug}/mails/write`)
        await write(page, subject, 'Something else.')
        await page.getByLabel('Something else: news').check()
        await page.getByRole('button', { name: 'Look at the letter' }).click()
      }
      await news('The next one')
      await sendNow(page)
      const mail = await findMail(ada, 'The next one')
      const [, link] = /No more mails like this one:\n(\S+)/.exec(mail.text!)!
      const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')!.value
      expect(header).toBe(`<${link}/now>`)

      await page.goto(link!)
      await page.goto(`${link}/now`)
      await expect(page).toHaveURL(link!)
      expect(await outOf(event.id)).toBe(0)
      await page.getByRole('button', { name: 'No more such mails' }).click()
      await expect(page.getByRole('heading', { name: 'You get no more such mails' })).toBeVisible()
      await page.getByRole('button', { name: 'I want them after all' }).click()
      await expect(page.getByRole('heading', { name: 'No more such mails?' })).toBeVisible()
      expect(await outOf(event.id)).toBe(0)

      const oneClick = await request.post(`${link}/now`, { form: { 'List-Unsubscribe': 'One-Click' } })
      expect(oneClick.status()).toBe(200)
      expect(await outOf(event.id)).toBe(1)
      await news('And another')
      await expect(page.getByRole('main')).toContainText('One person')
      await expect(page.getByRole('main')).toContainText('One more person fits, but wants no mails')
      await sendNow(page)
      await findMail(bo, 'And another')
      await page.goto(`/organizer/${event.slug}/mails`)
      await expect(page.getByRole('main')).toContainText(
        'One address wants only mails about the event itself',
      )
      expect(await mailsTo(ada)).toHaveLength(1)
    })
  })
}

test('the same letter open twice goes out once; a group that changed meanwhile is shown first', async ({
  page,
  context,
}) => {
  const event = await bilingual()
  const email = `ada-${event.slug}@example.org`
  await makeRegistration(event, { email })
  await signIn(context, { [event.id]: 'organizer' })
  await page.goto(`/organizer/${event.slug}/mails/write`)
  await write(page, 'Once', 'Only once.')
  await page.getByRole('button', { name: 'Look at the letter' }).click()
  await expect(page.getByRole('button', { name: 'Send now to one person' })).toBeVisible()
  await makeRegistration(event)
  await sendNow(page)
  await expect(mistakesOf(page)).toContainText('The group has changed since you looked')
  expect(await db().groupMailRecipient.count({ where: { eventId: event.id } })).toBe(0)

  const other = await context.newPage()
  await other.goto(page.url())
  await sendNow(page)
  await expect(page.getByRole('heading', { name: 'What became of it' })).toBeVisible()
  await sendNow(other)
  await expect(other.getByRole('heading', { name: 'What became of it' })).toBeVisible()
  await findMail(email, 'Once')
  expect(await db().outboxMail.count({ where: { eventId: event.id, kind: 'group_message' } })).toBe(2)
})

test('failed mails are found and tried again, all at once, after their number was said', async ({
  page,
  context,
}) => {
  const event = await bilingual()
  const { id: registrationId, name } = await makeRegistration(event, { name: 'Ada Example' })
  await signIn(context, { [event.id]: 'organizer' })
  const { id } = await db().outboxMail.create({
    data: {
      id: registrationId,
      eventId: event.id,
      kind: 'sign_up_of_old',
      language: 'en',
      toName: name,
      toAddress: 'ada@example.org',
      facts: { about: 'a kind nobody writes any more' },
      state: 'failed',
      lastError: 'no_such_mailbox 550 No such user',
    },
  })
  await page.goto(`/organizer/${event.slug}/mails?q=nobody`)
  await expect(page.getByText('No mail fits')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Name or address' }).fill('example')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row', { name: /Ada Example/ })).toContainText('this mailbox does not exist')
  await page.getByRole('button', { name: 'Try the failed one again' }).click()
  await page.getByRole('button', { name: 'Yes, try it again' }).click()
  await expect(page.getByRole('status')).toContainText('One mail is on its way again')
  await expect
    .poll(async () => (await db().outboxMail.findUniqueOrThrow({ where: { id } })).lastError)
    .toContain('unreadable')
})

const outOf = (eventId: string) => db().mailOptOut.count({ where: { eventId, optedOutAt: { not: null } } })

// Beside the product's own, the framework has an alert of its own that says where one is.
const mistakesOf = (page: Page) => page.getByRole('main').getByRole('alert')

async function write(page: Page, subject: string, text: string, at = 0) {
  await page.getByRole('textbox', { name: 'Subject' }).nth(at).fill(subject)
  await page.getByRole('textbox', { name: 'Text' }).nth(at).fill(text)
}

/** Without scripts what asks first is folded up. */
const unfold = (page: Page, words: RegExp) => page.getByText(words).first().click()

async function sendNow(page: Page) {
  await unfold(page, /^Send now to/)
  await page.getByRole('button', { name: /^Yes, write to/ }).click()
}
