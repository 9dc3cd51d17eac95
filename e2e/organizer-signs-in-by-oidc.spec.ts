import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeTotp } from '@/prisma/factories/accounts'
import { makeUser } from '@/prisma/factories/team'
import { type Claims, oidcClient, openIdentityProvider } from './support/identity-provider'
import { makeJourneyEvent } from './support/make-journey-event'
import { freePort, newDataFolder, removeFolder, startServer } from './support/own-server'

test.describe.configure({ mode: 'serial' })

let claims: Claims
let house: Awaited<ReturnType<typeof openHouse>>
test.beforeAll(async () => {
  test.setTimeout(120_000)
  house = await openHouse()
})
test.afterAll(() => house.close())

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('whoever was invited comes in by the provider, to where they wanted to go', async ({ page }) => {
      const event = await makeJourneyEvent()
      const user = await makeUser({
        email: `grace-${newId()}@example.org`,
        roles: { [event.id]: 'organizer' },
      })
      claims = { sub: newId(), email: user.email.toUpperCase(), email_verified: true, name: 'Grace Example' }
      await page.goto(`${house.url}/organizer/${event.slug}/attendees`)
      await comeBack(page)
      await expect(page).toHaveURL(`${house.url}/organizer/${event.slug}/attendees`)
      const accounts = await db().account.findMany({ where: { userId: user.id } })
      expect(accounts.map(({ providerAccountId }) => providerAccountId)).toEqual([
        `${house.issuer} ${claims.sub}`,
      ])

      // Who is known by the provider stays the same person, whatever address they have there later.
      claims = { ...claims, email: `other-${newId()}@example.org` }
      await page.context().clearCookies()
      await page.goto(`${house.url}/organizer`)
      await comeBack(page)
      await expect(page.getByText(`Signed in as ${user.email}`)).toBeVisible()
    })
  })
}

test('a second factor is asked for all the same', async ({ page }) => {
  const user = await makeUser({ email: `ada-${newId()}@example.org` })
  const app = await makeTotp(user)
  claims = { sub: newId(), email: user.email, email_verified: true }
  await page.goto(`${house.url}/organizer`)
  await comeBack(page)
  await expect(page).toHaveURL(`${house.url}/sign-in/second-factor?to=%2Forganizer`)
  await page.getByRole('textbox', { name: 'Code of your authenticator app' }).fill(app.code())
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page).toHaveURL(`${house.url}/organizer`)
})

test('an address the provider does not vouch for opens nobody’s account, nor makes one', async ({ page }) => {
  const user = await makeUser({ email: `sam-${newId()}@example.org` })
  const unknown = `nobody-${newId()}@example.org`
  for (const email of [user.email, unknown]) {
    claims = { sub: newId(), email, email_verified: false }
    await page.goto(`${house.url}/organizer`)
    await comeBack(page)
    await expect(page.getByText('That did not work')).toBeVisible()
    await page.goto(`${house.url}/organizer`)
    await expect(page).toHaveURL(/\/sign-in\?to=/)
    await page.context().clearCookies()
  }
  expect(await db().account.count({ where: { userId: user.id } })).toBe(0)
  expect(await db().user.count({ where: { email: unknown } })).toBe(0)
})

test('an account that was disabled stays closed, also for whom it knew before', async ({ page }) => {
  const user = await makeUser({ email: `kim-${newId()}@example.org` })
  claims = { sub: newId(), email: user.email, email_verified: true }
  await page.goto(`${house.url}/organizer`)
  await comeBack(page)
  await expect(page).toHaveURL(`${house.url}/organizer`)
  await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  // The provider knows them still, and asks nothing.
  await page.getByRole('button', { name: 'Continue with localhost' }).click()
  await expect(page.getByText('That did not work')).toBeVisible()
})

/** From our page to the provider's, and back by its button. */
async function comeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue with localhost' }).click()
  await expect(page).toHaveURL(new RegExp(`^${house.issuer}/interaction/`))
  await page.getByRole('button', { name: 'It is me' }).click()
  await page.waitForURL((url) => url.origin === house.url)
}

/** The same database once more, with a provider beside the mail. */
async function openHouse() {
  const [folder, port] = [newDataFolder(), await freePort()]
  const url = `http://localhost:${port}`
  const provider = await openIdentityProvider(`${url}/api/auth/callback/oidc`, () => claims)
  const { DATABASE_URL, SMTP_URL, NEXTAUTH_SECRET } = process.env as Record<string, string>
  const shared = { DATABASE_URL: DATABASE_URL!, SMTP_URL: SMTP_URL!, NEXTAUTH_SECRET: NEXTAUTH_SECRET! }
  const client = { OIDC_CLIENT_ID: oidcClient.id, OIDC_CLIENT_SECRET: oidcClient.secret }
  const settings = { ...shared, ...client, OIDC_ISSUER: provider.issuer, DATA_DIR: folder, PORT: port }
  const server = await startServer(settings)
  return {
    url,
    issuer: provider.issuer,
    close: async () => {
      await server.end('SIGTERM')
      provider.close()
      removeFolder(folder)
    },
  }
}
