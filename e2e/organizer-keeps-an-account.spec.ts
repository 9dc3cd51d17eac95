import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { machineZone, sayZone } from '@/lib/dates'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { codeOf, makePasskey, makeTotp } from '@/prisma/factories/accounts'
import { makeAccessToken, makeSession, makeUser } from '@/prisma/factories/team'
import { requestWith } from './support/callers'
import { press } from './support/deeds'
import { findMail, linkOf, mailsTo } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { readForms } from './support/read-forms'
import { signIn } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, timezoneId: 'Asia/Tokyo' })

    test('an app is set up, asked for at the next sign-in, and a code from paper stands in for it once', async ({
      page,
    }) => {
      const event = await makeJourneyEvent()
      const user = await signIn(page.context(), { [event.id]: 'organizer' })
      await page.goto('/organizer')
      await page.getByRole('link', { name: 'Your account' }).click()
      const { secret } = await setUpApp(page)
      await expect(page.getByText('The authenticator app is on.')).toBeVisible()
      await page.getByRole('link', { name: 'Make recovery codes' }).click()
      await page.getByRole('button', { name: 'Show me ten codes' }).click()
      const shown = page.locator('[data-recovery-codes] li')
      await expect(shown).toHaveCount(10)
      const codes = await shown.allTextContents()
      await page.goto('/account/recovery-codes')
      await expect(page.getByText(codes[0]!)).toHaveCount(0)

      await signInAgain(page, user, `/organizer/${event.slug}/attendees`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second factor')
      await page.getByRole('textbox', { name: 'Code of your authenticator app' }).fill('000000')
      await page.getByRole('button', { name: 'Go on', exact: true }).click()
      await expect(page.getByText('This code does not fit.').first()).toBeVisible()
      await page.getByRole('textbox', { name: 'Code of your authenticator app' }).fill(codeOf(secret, 1))
      await page.getByRole('button', { name: 'Go on', exact: true }).click()
      await expect(page).toHaveURL(`/organizer/${event.slug}/attendees`)

      await signInAgain(page, user)
      await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[0]!.toLowerCase())
      await page.getByRole('button', { name: 'Use this code' }).click()
      await expect(page).toHaveURL('/organizer')
      await page.goto('/account')
      await expect(page.getByText('9 left.')).toBeVisible()
      await signInAgain(page, user)
      await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[0]!)
      await page.getByRole('button', { name: 'Use this code' }).click()
      await expect(page.getByText('This code does not fit.').first()).toBeVisible()
    })

    test('a sign-in elsewhere is ended, and its open page is closed with the next click; then all of them are', async ({
      page,
      browser,
    }) => {
      const event = await makeJourneyEvent()
      const user = await signIn(page.context(), { [event.id]: 'organizer' })
      const there = await openAnother(browser, user)
      await there.goto(`/organizer/${event.slug}`)
      await page.goto('/account')
      const list = page.getByRole('list').filter({ hasText: 'This one' })
      await expect(list.getByRole('listitem')).toHaveCount(2)
      await expect(list.getByRole('listitem').first()).toContainText('This one')
      const row = list.getByRole('listitem').filter({ hasNotText: 'This one' })
      const since = row.getByRole('time').first()
      await expect(since).toHaveText(
        javaScriptEnabled ? /^\S+ \d+ \S+, \d\d:\d\d GMT\+9$/ : inHouse(new Date()),
      )
      await pressAndConfirm(row, javaScriptEnabled, 'End', 'Yes, end it')
      await expect(page.getByText('That sign-in is over.')).toBeVisible()
      await there.getByRole('link', { name: 'Attendees' }).first().click()
      await expect(there).toHaveURL(/\/sign-in\?to=/)

      const again = await openAnother(browser, user)
      await again.goto('/organizer')
      await pressAndConfirm(
        page.locator('#main'),
        javaScriptEnabled,
        'Sign out everywhere',
        'Yes, everywhere',
      )
      await expect(page.getByText('You are signed out.')).toBeVisible()
      for (const one of [page, again]) {
        await one.goto('/organizer')
        await expect(one).toHaveURL(/\/sign-in\?to=/)
      }
      for (const one of [there, again]) await one.context().close()
    })

    test('the address changes when both mailboxes have agreed, and every other browser is out', async ({
      page,
      browser,
    }) => {
      const event = await makeJourneyEvent()
      const user = await signIn(page.context(), { [event.id]: 'organizer' })
      const there = await openAnother(browser, user)
      const newEmail = `moved-${newId()}@example.org`
      await page.goto('/account')
      await page.getByRole('textbox', { name: 'Another address' }).fill(newEmail)
      await page.getByRole('button', { name: 'Write to both' }).click()
      await expect(page.getByText('Two mails are on their way.')).toBeVisible()
      const links = [await changeLink(user.email), await changeLink(newEmail)]
      const reader = await (await browser.newContext({ javaScriptEnabled, locale: 'en-GB' })).newPage()
      for (const link of [...links, ...links]) expect((await reader.request.get(link)).status()).toBe(200)
      await reader.goto(links[1]!)
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`Sign in with ${newEmail}?`)
      await reader.getByRole('button', { name: 'Yes, change it' }).click()
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText('This mailbox has agreed')
      await page.goto('/account')
      await expect(page.getByText(`You sign in as ${user.email}.`)).toBeVisible()
      await expect(page.getByText('The new one: has agreed.')).toBeVisible()
      await there.goto('/account')
      await reader.goto(links[0]!)
      await reader.getByRole('button', { name: 'Yes, change it' }).click()
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Changed')

      await page.goto('/account')
      await expect(page.getByText(`You sign in as ${newEmail}.`)).toBeVisible()
      await there.goto('/account')
      await expect(there).toHaveURL(/\/sign-in\?to=/)
      for (const [address, count] of [
        [user.email, 0],
        [newEmail, 1],
      ] as const) {
        await reader.goto('/sign-in')
        await reader.getByRole('textbox', { name: /mail/i }).fill(address)
        await reader.getByRole('button', { name: 'Send me a link' }).click()
        await expect(reader.getByText('Look into your mailbox')).toBeVisible()
        await expect
          .poll(
            async () =>
              (await mailsTo(address)).filter(({ subject }) => subject === 'Your link to sign in').length,
          )
          .toBe(count)
      }
      for (const one of [there, reader]) await one.context().close()
    })
  })
}

test('a passkey is added, asked for at the next sign-in, and taken away', async ({ page }) => {
  const event = await makeJourneyEvent()
  const user = await signIn(page.context(), { [event.id]: 'organizer' })
  const key = await plugInKey(page.context(), page)
  await page.goto('/account')
  await page.getByRole('textbox', { name: 'What do you call it?' }).fill('Blue key')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Blue key' })).toBeVisible()

  await signInAgain(page, user, `/organizer/${event.slug}`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(`/organizer/${event.slug}`)

  await key.refuse()
  await signInAgain(page, user)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('The browser answered with no passkey.')).toBeVisible()
  await page.goto('/organizer')
  await expect(page).toHaveURL(/\/sign-in\/second-factor/)
  await key.allow()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL('/organizer')
  await page.goto('/account')
  const row = page.getByRole('listitem').filter({ hasText: 'Blue key' })
  await expect(row).toContainText('last used')
  await pressAndConfirm(row, true, 'Remove', 'Yes, remove')
  await expect(page.getByText('The passkey is removed.')).toBeVisible()
  await signInAgain(page, user)
  await expect(page).toHaveURL('/organizer')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('pages say that passkeys need it, and leave the other ways', async ({ page }) => {
    const user = await signIn(page.context(), {})
    await page.goto('/account')
    await expect(page.getByText('Passkeys need JavaScript')).toBeVisible()
    await makePasskey(user)
    await makeTotp(user)
    await page.goto('/account')
    await expect(page.getByText('Your passkey needs JavaScript')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Code of your authenticator app' })).toBeVisible()
  })
})

test('what is owed opens nothing: no page, no route, no button, no bearer of the session alone', async ({
  playwright,
}) => {
  const event = await makeJourneyEvent()
  const user = await makeUser({ roles: { [event.id]: 'owner' } })
  const cookie = `next-auth.session-token=${await makeSession(user)}`
  const request = await requestWith(playwright, cookie)
  const address = `/organizer/${event.slug}/team`
  const form = readForms(await (await request.get(address)).text()).find(({ words }) =>
    words.includes('Send the invitation'),
  )!
  const filled = { ...form.controls, email: 'cy@example.org', role: 'organizer', language: 'en' }
  await makeTotp(user)
  const step = '/sign-in/second-factor?to='
  for (const path of [
    address,
    '/organizer',
    '/account',
    `/check-in/${event.slug}`,
    `/organizer/${event.slug}/exports/attendees.csv`,
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect
      .soft([answer.status(), answer.headers().location], path)
      .toEqual([307, expect.stringContaining(step)])
  }
  const pressed = await press(request, address, filled)
  expect([pressed.status(), pressed.headers().location]).toEqual([303, expect.stringContaining(step)])
  expect(await db().teamInvitation.count({ where: { eventId: event.id } })).toBe(0)
  const headers = { origin: process.env.BASE_URL! }
  const scans = { device: 'one', scans: [] }
  const scanned = await request.post(`/api/check-in/${event.slug}/scans`, { data: scans, headers })
  expect(scanned.status()).toBe(401)
  await db().session.updateMany({ where: { userId: user.id }, data: { secondFactorAt: new Date() } })
  expect((await press(request, address, filled)).status()).toBe(303)
  expect(await db().teamInvitation.count({ where: { eventId: event.id } })).toBe(1)
})

test('strangers press the buttons of an account, and nothing happens to it', async ({ playwright }) => {
  const [ada, eve] = [await makeUser(), await makeUser()]
  const [mine, hers] = [await makeSession(ada), await makeSession(eve)]
  await makeSession(ada)
  await makePasskey(ada)
  const [request, stranger, nobody] = [
    await requestWith(playwright, `next-auth.session-token=${mine}`),
    await requestWith(playwright, `next-auth.session-token=${hers}`),
    await requestWith(playwright, ''),
  ]
  await db().session.updateMany({ where: { userId: ada.id }, data: { secondFactorAt: new Date() } })
  const forms = readForms(await (await request.get('/account')).text())
  const before = await accountOf(ada)
  const buttons = forms.filter(({ words }) =>
    /Remove|End|Save name|Write to both|Set up|everywhere/.test(words),
  )
  expect(buttons.length).toBeGreaterThanOrEqual(6)
  for (const { controls } of buttons) {
    const filled = { ...controls, name: 'Eve', newEmail: 'eve@example.org' }
    const away = await press(nobody, '/account', filled)
    expect
      .soft([away.status(), away.headers().location])
      .toEqual([303, expect.stringContaining('/sign-in?to=')])
    await press(stranger, '/account', filled)
  }
  expect(await accountOf(ada)).toEqual(before)
})

const accountOf = ({ id }: { id: string }) =>
  db().user.findUniqueOrThrow({
    where: { id },
    include: {
      passkeys: true,
      totpFactor: true,
      emailChange: true,
      sessions: { omit: { lastSeenAt: true, device: true } },
    },
  })

/** The hour of now as the house says it, in its own zone. */
const inHouse = (at: Date) => new RegExp(`, \\d\\d:\\d\\d ${sayZone(at, machineZone())}$`)

async function setUpApp(page: Page) {
  await page.getByRole('button', { name: 'Set up the app' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up an authenticator app')
  const secret = (await page.locator('[data-authenticator-key]').textContent())!.replaceAll(' ', '')
  await page.getByRole('textbox', { name: 'The code that the app shows now' }).fill(codeOf(secret))
  await page.getByRole('button', { name: 'Check and switch on' }).click()
  return { secret }
}

/** A link from a mailbox in a browser that was signed out; leads to where a second factor is asked for, or on. */
async function signInAgain(page: Page, user: { id: string }, to = '/organizer'): Promise<void> {
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  const token = await makeAccessToken('sign_in', user)
  await page.goto(`/sign-in/${token}?to=${to}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.includes(token))
}

async function openAnother(browser: Browser, user: { id: string }): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const value = await makeSession(user)
  await context.addCookies([{ name: 'next-auth.session-token', value, url: process.env.BASE_URL! }])
  return await context.newPage()
}

async function pressAndConfirm(row: Locator, isLive: boolean, press: string, confirm: string) {
  const trigger = isLive
    ? row.getByRole('button', { name: press, exact: true })
    : row.getByText(press, { exact: true })
  await trigger.click()
  await row.getByRole('button', { name: confirm }).click()
}

const changeLink = async (address: string): Promise<string> =>
  linkOf(await findMail(address, 'address'), '/account/email/')

/** A security key that Chromium only pretends to have (Chrome DevTools Protocol, WebAuthn). */
async function plugInKey(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: false,
      hasUserVerification: false,
      automaticPresenceSimulation: true,
    },
  })
  const credentials = () => cdp.send('WebAuthn.getCredentials', { authenticatorId })
  let held: Awaited<ReturnType<typeof credentials>>['credentials'] = []
  return {
    /** Its owner left it at home. */
    refuse: async () => {
      held = (await credentials()).credentials
      await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
    },
    allow: async () => {
      for (const credential of held) await cdp.send('WebAuthn.addCredential', { authenticatorId, credential })
    },
  }
}
