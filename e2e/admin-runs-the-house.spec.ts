import path from 'node:path'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { queueMail, type Recipient } from '@/lib/mail/queue-mail'
import { makeTotp } from '@/prisma/factories/accounts'
import { makeUser } from '@/prisma/factories/team'
import { requestAs, requestWith, strangers } from './support/callers'
import { press } from './support/deeds'
import { findMail, linkOf } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { freePort, newDataFolder, removeFolder, runToEnd, startServer } from './support/own-server'
import { readForms } from './support/read-forms'
import { signIn, signInAsAdmin } from './support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  test(`somebody is found, locked out of an open page, and let in again (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const event = await makeJourneyEvent()
    const [admin, guest] = [await openBrowser(browser, javaScriptEnabled), await openBrowser(browser, true)]
    await signInAsAdmin(admin.context())
    const { id } = await signIn(guest.context(), { [event.id]: 'owner' })
    const name = `Zoë ${newId()}`
    await db().user.update({ where: { id }, data: { name } })
    await guest.goto(`/organizer/${event.slug}`)

    await admin.goto('/admin')
    await admin.getByRole('navigation').getByRole('link', { name: 'People' }).click()
    await admin.getByRole('searchbox', { name: 'Name or address' }).fill(`zoe ${name.split(' ')[1]}`)
    await admin.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(admin.getByText('One person')).toBeVisible()
    await expect(admin.getByRole('row', { name })).toContainText(`${event.title} (Owner)`)
    await admin.getByRole('link', { name }).click()
    await expect(admin.getByText('in one browser')).toBeVisible()

    await pressAndConfirm(admin, javaScriptEnabled, 'Lock the account', 'Yes, lock it', async (asked) => {
      await expect(asked).toContainText(`One event has no other owner: ${event.title}.`)
    })
    await expect(admin.getByText('The account is locked.')).toBeVisible()
    await expect(admin.getByText('nowhere')).toBeVisible()
    await guest.getByRole('link', { name: 'Attendees' }).click()
    await expect(guest).toHaveURL(/\/sign-in\?to=/)

    await pressAndConfirm(admin, javaScriptEnabled, 'Unlock the account', 'Yes, unlock it')
    await expect(admin.getByText('The account is unlocked.')).toBeVisible()
    await guest.goto(`/organizer/${event.slug}`)
    await expect(guest).toHaveURL(/\/sign-in\?to=/)
    await admin.goto('/admin/history?group=installation')
    await expect(admin.getByText(`Ada Admin locked the account of ${name}`)).toBeVisible()
    await expect(admin.getByText(`Ada Admin unlocked the account of ${name}`)).toBeVisible()
    for (const page of [admin, guest]) await page.context().close()
  })
}

test('an admin is asked in by mail, loses the right with the next click, and nobody locks themselves out', async ({
  browser,
}) => {
  const [admin, next] = [await openBrowser(browser, true), await openBrowser(browser, true)]
  const me = await signInAsAdmin(admin.context())
  const email = `next-${newId()}@example.org`
  await admin.goto('/admin/people')
  await admin.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await admin.getByRole('button', { name: 'Make them an admin' }).click()
  await expect(admin.getByText('The mail is on its way.')).toBeVisible()
  await next.goto(linkOf(await findMail(email, 'You are an admin now'), '/sign-in?'))
  await next.getByRole('textbox', { name: /mail/i }).fill(email)
  await next.getByRole('button', { name: 'Send me a link' }).click()
  await next.goto(linkOf(await findMail(email, 'Your link to sign in'), '/sign-in/'))
  await next.getByRole('button', { name: 'Sign in' }).click()
  await expect(next).toHaveURL('/admin')
  await expect(next.getByRole('heading', { level: 1 })).toHaveText('Overview')

  const { id } = await db().user.findUniqueOrThrow({ where: { email } })
  await admin.goto(`/admin/people/${id}`)
  await pressAndConfirm(admin, true, 'Take the admin’s rights away', 'Yes, take them away')
  await expect(admin.getByText('Is no admin any more.')).toBeVisible()
  expect((await next.goto('/admin'))?.status()).toBe(404)
  await makeTotp({ id })
  await admin.reload()
  await pressAndConfirm(admin, true, 'Take the second factor away', 'Yes, take it away')
  await expect(admin.getByText('The second factor is gone.')).toBeVisible()
  await expect(admin.getByText(`Ada Admin made ${email} an admin`)).toBeVisible()

  await admin.goto(`/admin/people/${me.id}`)
  await expect(admin.getByText('This is you.')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Lock the account' })).toHaveCount(0)
  for (const page of [admin, next]) await page.context().close()
})

test('events, mails and the health of the house are there to read, links to sign in are not', async ({
  browser,
}) => {
  const event = await makeJourneyEvent()
  const owner = await makeUser({ name: `Olu ${newId()}`, roles: { [event.id]: 'owner' } })
  const page = await openBrowser(browser, true)
  await signInAsAdmin(page.context())
  const to = { name: `Mel ${newId()}`, address: `mel-${newId()}@example.org`, language: 'en' } as const
  await makeFailedMail(to)
  await db().$transaction((tx) => queueMail(tx, { kind: 'sign_in', to, facts: {}, token: 'nobody-reads-me' }))

  await page.goto(`/admin/events?q=${event.slug}`)
  const row = page.getByRole('row', { name: event.title })
  await expect(row).toContainText('Published')
  await row.getByRole('link', { name: owner.name! }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(owner.name!)

  await page.goto(`/admin/mails?q=${encodeURIComponent(to.name)}`)
  await expect(page.getByRole('row', { name: to.name })).toHaveCount(1)
  await page.getByRole('link', { name: to.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are an admin now')
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('It is on its way again.')).toBeVisible()
  await findMail(to.address, 'You are an admin now')
  const secret = await db().outboxMail.findFirstOrThrow({ where: { toName: to.name, kind: 'sign_in' } })
  expect((await page.goto(`/admin/mails/${secret.id}`))?.status()).toBe(404)

  await page.goto('/admin')
  await expect(page.getByRole('row', { name: /Sending mails/ })).toContainText('on time')
  await expect(page.getByRole('row', { name: 'registration' }).first()).toBeVisible()
  await expect(page.getByText(process.versions.node)).toBeVisible()
  await expect(page.getByText(/^\d+\.\d+\.\d+, from commit [0-9a-f]{12}$/)).toBeVisible()
  await page.context().close()
})

test('a new house is closed; an admin opens it, says who runs it, and is told when somebody else was faster', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const folder = newDataFolder()
  const settings = { DATA_DIR: path.join(folder, 'data'), PORT: await freePort() }
  const server = await startServer(settings)
  const enter = async (link: string) => {
    const page = await openBrowser(browser, true)
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(`${server.url}/organizer`)
    return page
  }
  const admin = await enter(/http:\S+\/sign-in\/\S+/.exec(server.said())![0])
  const command = [
    'bin/lanyard.ts',
    'grant',
    'olu@example.org',
    '--event',
    'example-hackathon',
    '--role',
    'owner',
  ]
  const owner = await enter((await runToEnd(command, settings)).said.trim().split(' ').at(-1)!)
  expect((await owner.goto(`${server.url}/organizer/new`))?.status()).toBe(403)

  await admin.getByRole('link', { name: 'Administration' }).click()
  await expect(admin.getByText('There is no mail server')).toBeVisible()
  await admin.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await expect(admin.getByRole('radio', { name: 'Only admins' })).toBeChecked()
  const other = await admin.context().newPage()
  await other.goto(`${server.url}/admin/settings`)
  await admin.getByRole('radio', { name: 'Also owners of another event' }).check()
  await admin.getByRole('button', { name: 'Save' }).first().click()
  await expect(admin.getByText('Saved.')).toBeVisible()
  expect((await owner.goto(`${server.url}/organizer/new`))?.status()).toBe(200)

  await other.getByRole('textbox', { name: /^Name/ }).fill('Example Club')
  await other.getByRole('textbox', { name: /^E-mail/ }).fill('not an address')
  await other.getByRole('button', { name: 'Save' }).last().click()
  await expect(other.getByText('This is no e-mail address.').first()).toBeVisible()
  await other.getByRole('textbox', { name: /^E-mail/ }).fill('club@example.org')
  await other.getByRole('button', { name: 'Save' }).last().click()
  await expect(other.getByText('Somebody else saved other settings in the meantime.').first()).toBeVisible()
  await other.getByRole('button', { name: 'Save' }).last().click()
  await expect(other.getByText('Saved.')).toBeVisible()
  await expect(other.getByRole('radio', { name: 'Also owners of another event' })).toBeChecked()
  await owner.goto(`${server.url}/privacy`)
  await expect(owner.getByText('Example Club')).toBeVisible()
  await expect(owner.getByRole('link', { name: 'club@example.org' })).toBeVisible()

  await pressAndConfirm(other, true, 'Demand a second factor', 'Yes, demand it', async (asked) => {
    await expect(asked).toContainText('2 people have none')
    await expect(asked).toContainText('You are one of them.')
  })
  await expect(other).toHaveURL(/\/account/)
  await admin.goto(`${server.url}/admin/history`)
  await expect(admin).toHaveURL(/\/account/)
  await server.end('SIGTERM')
  for (const page of [admin, owner]) await page.context().close()
  removeFolder(folder)
})

test('strangers press every button of the house, and nothing happens', async ({ playwright, browser }) => {
  const event = await makeJourneyEvent()
  const [victim, locked] = [await makeUser({ name: 'Vic' }), await makeUser({ disabledAt: new Date() })]
  await makeTotp(victim)
  const mailId = await makeFailedMail({ name: 'Vic', address: 'vic@example.org', language: 'en' })
  const page = await openBrowser(browser, true)
  await signInAsAdmin(page.context())
  const [cookie] = await page.context().cookies()
  const admin = await requestWith(playwright, `${cookie!.name}=${cookie!.value}`)
  const requests = await Promise.all(strangers.map((caller) => requestAs(playwright, caller, event)))
  const email = `eve-${newId()}@example.org`
  const traces = async () => ({
    users: await db().user.findMany({
      where: { OR: [{ id: { in: [victim.id, locked.id] } }, { email }] },
      include: { totpFactor: true },
    }),
    settings: await db().installationSetting.findMany(),
    mail: await db().outboxMail.findUnique({ where: { id: mailId } }),
  })
  const before = await traces()
  const typed = { email, language: 'en', eventCreators: 'organizers', rule: 'required', operatorName: 'Eve' }
  let pressed = 0
  for (const address of [
    '/admin/people',
    `/admin/people/${victim.id}`,
    `/admin/people/${locked.id}`,
    '/admin/settings',
    `/admin/mails/${mailId}`,
  ]) {
    const forms = readForms(await (await admin.get(address)).text())
    for (const { controls, words } of forms) {
      if (Object.keys(controls).length === 0 || !buttons.test(words)) continue
      pressed++
      for (const [at, request] of requests.entries()) {
        const answer = await press(request, address, { ...controls, ...typed })
        expect.soft(answer.status(), `${strangers[at]} at ${address}`).toBe(at < 2 ? 303 : 404)
      }
    }
  }
  expect(pressed).toBe(9)
  expect(await traces()).toEqual(before)
  for (const request of [admin, ...requests]) await request.dispose()
  await page.context().close()
})

const buttons = /Make|Take|Lock|Unlock|Save|Demand|Send again/

/** A mail of the house that a restore held back; answers its id. */
const makeFailedMail = (to: Recipient): Promise<string> =>
  db().$transaction(async (tx) => {
    const id = await queueMail(tx, { kind: 'made_admin', to, facts: { email: to.address } })
    await tx.outboxMail.update({ where: { id }, data: { state: 'failed', lastError: 'held_by_restore' } })
    return id
  })

const openBrowser = async (browser: Browser, javaScriptEnabled: boolean): Promise<Page> =>
  await (await browser.newContext({ javaScriptEnabled })).newPage()

/** What was asked is in a dialog, or, without JavaScript, unfolds below the button. */
async function pressAndConfirm(
  page: Page,
  isLive: boolean,
  button: string,
  yes: string,
  andLook?: (asked: Locator) => Promise<void>,
) {
  const role = isLive
    ? page.getByRole('button', { name: button })
    : page.locator('summary', { hasText: button })
  await role.click()
  const asked = isLive ? page.getByRole('dialog') : page.locator('details[open]')
  await andLook?.(asked)
  await asked.getByRole('button', { name: yes }).click()
}
