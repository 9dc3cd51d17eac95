import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { codeOf } from '@/prisma/factories/accounts'
import { freePort, newDataFolder, removeFolder, runToEnd, startServer } from './support/own-server'

let folder: string
test.beforeEach(() => {
  folder = newDataFolder()
})
test.afterEach(() => removeFolder(folder))

test('an admin demands a second factor, sets one up before anything else, loses it, and comes back by the command line', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const settings = { DATA_DIR: path.join(folder, 'data'), PORT: await freePort() }
  const server = await startServer(settings)
  await openLink(page, /http:\S+\/sign-in\/\S+/.exec(server.said())![0])
  await page.goto(`${server.url}/admin/settings`)
  await page.getByRole('button', { name: 'Demand a second factor' }).click()
  await page.getByRole('button', { name: 'Yes, demand it' }).click()

  await expect(page.getByText('One step is missing')).toBeVisible()
  for (const room of ['/admin/settings', '/organizer', '/organizer/example-hackathon', '/organizer/new']) {
    await page.goto(`${server.url}${room}`)
    await expect(page).toHaveURL(`${server.url}/account?to=${encodeURIComponent(room)}`)
  }
  await page.getByRole('button', { name: 'Set up the app' }).click()
  const secret = (await page.locator('[data-authenticator-key]').textContent())!.replaceAll(' ', '')
  await page.getByRole('textbox', { name: 'The code that the app shows now' }).fill(codeOf(secret))
  await page.getByRole('button', { name: 'Check and switch on' }).click()
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page).toHaveURL(`${server.url}/organizer/new`)

  await page.context().clearCookies()
  const granted = await runToEnd(['bin/lanyard.ts', 'grant', 'admin@localhost', '--admin'], settings)
  await openLink(page, /http:\S+\/sign-in\/\S+/.exec(granted.said)![0])
  await expect(page).toHaveURL(`${server.url}/organizer`)
  await page.goto(`${server.url}/account`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Yes, remove' }).click()
  await expect(page.getByText('The authenticator app is removed.')).toBeVisible()
  await page.goto(`${server.url}/organizer`)
  await expect(page.getByText('One step is missing')).toBeVisible()
  await server.end('SIGTERM')
})

async function openLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in/'))
}
