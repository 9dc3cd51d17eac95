import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { findMail, mailsTo } from './support/mailbox'
import { makeJourneyEvent } from './support/make-journey-event'
import { freePort, newDataFolder, removeFolder, startServer } from './support/own-server'
import { sendForm } from './support/send-form'
import { signIn } from './support/sign-in'

test('behind a balancer one build follows the other: who was typing goes on, who was signed in still is, each letter once', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const folder = newDataFolder()
  const { DATABASE_URL, SMTP_URL, NEXTAUTH_SECRET } = process.env as Record<string, string>
  const [older, newer] = [await freePort(), await freePort()]
  const balancer = await openBalancer(older)
  const shared = {
    ...{ DATABASE_URL: DATABASE_URL!, SMTP_URL: SMTP_URL!, NEXTAUTH_SECRET: NEXTAUTH_SECRET! },
    ...{ DATA_DIR: folder, BASE_URL: balancer.url },
  }
  const first = await startServer({ ...shared, PORT: older })
  const event = await makeJourneyEvent()
  const address = `${balancer.url}/events/${event.slug}/register`
  const tabs = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const email = `ada-${newId()}@example.org`
      const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled })).newPage()
      await page.goto(address)
      await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
      await page.getByRole('radio', { name: 'On site' }).check()
      await page.getByRole('radio', { name: 'Photos are fine' }).check()
      return { page, email, javaScriptEnabled }
    }),
  )
  const desk = await browser.newContext({ locale: 'en-GB' })
  await signIn(desk, { [event.id]: 'owner' })
  const organizer = await desk.newPage()
  await organizer.goto(`${balancer.url}/organizer/${event.slug}/mails/texts`)

  const renewed = layNewBuild(path.join(folder, 'renewed'))
  const second = await startServer({ ...shared, PORT: newer }, renewed.folder)
  balancer.leadTo(newer)
  expect((await first.end('SIGTERM')).code).toBe(0)
  const page = await (await fetch(address)).text()
  expect([page.includes(renewed.fresh), page.includes(renewed.old)]).toEqual([true, false])

  for (const { page, email, javaScriptEnabled } of tabs) {
    if (javaScriptEnabled) await sendForm(page)
    else await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible({ timeout: 20_000 })
    await findMail(email, event.title)
  }
  await organizer.getByRole('link', { name: 'Attendees' }).first().click()
  await expect(organizer.getByRole('heading', { name: 'Attendees' })).toBeVisible()
  await expect(organizer.getByText('Ada Example').first()).toBeVisible()
  const unsent = () => db().outboxMail.count({ where: { eventId: event.id, state: { not: 'sent' } } })
  await expect.poll(unsent, { timeout: 30_000 }).toBe(0)
  for (const { email } of tabs) expect(await mailsTo(email)).toHaveLength(1)
  await second.end('SIGTERM')
  await balancer.close()
  removeFolder(folder)
})

test('the names that forms are sent to are the same wherever a build was made', () => {
  const { encryptionKey } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  expect(encryptionKey).toBe(createHash('sha256').update('lanyard').digest('base64'))
})

/** Leads everybody who comes anew to one of the processes. */
async function openBalancer(firstPort: string) {
  let port = Number(firstPort)
  const house = net.createServer((near) => {
    const far = net.connect(port, 'localhost')
    for (const socket of [near, far]) socket.on('error', () => {})
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => house.listen(0, resolve))
  return {
    url: `http://localhost:${(house.address() as AddressInfo).port}`,
    leadTo: (next: string) => {
      port = Number(next)
    },
    close: () => new Promise((resolve) => house.close(resolve)),
  }
}

/** The same program in a folder of its own, as if it had been built anew. */
function layNewBuild(folder: string) {
  const old = readFileSync('.next/BUILD_ID', 'utf8').trim()
  const fresh = `renewed${newId().replaceAll('-', '').slice(0, 14)}`
  const build = path.join(folder, '.next')
  cpSync('.next', build, { recursive: true, filter: (name) => !/^\.next\/(cache|dev)\b/.test(name) })
  for (const name of readdirSync('.'))
    if (!['.next', '.git', '.env', 'data'].includes(name))
      symlinkSync(path.resolve(name), path.join(folder, name))
  for (const entry of readdirSync(build, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    const text = readFileSync(file, 'latin1')
    if (text.includes(old)) writeFileSync(file, text.replaceAll(old, fresh), 'latin1')
  }
  const named = (id: string) => path.join(build, 'static', id)
  if (existsSync(named(old))) renameSync(named(old), named(fresh))
  return { folder, old, fresh }
}
