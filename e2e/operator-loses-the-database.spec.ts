import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { openLine } from './support/line'
import { makeJourneyEvent } from './support/make-journey-event'
import { freePort, newDataFolder, removeFolder, startServer } from './support/own-server'
import { sendForm } from './support/send-form'

test('while the database is silent everybody is told within ten seconds, and nothing typed is lost', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const line = await openLine(new URL(process.env.DATABASE_URL!))
  const folder = newDataFolder()
  const secret = process.env.NEXTAUTH_SECRET!
  const settings = { DATABASE_URL: line.url, NEXTAUTH_SECRET: secret, DATA_DIR: folder }
  const server = await startServer({ ...settings, PORT: await freePort() })
  const event = await makeJourneyEvent(4, (file) => ({ ...file, embed_origins: ['https://example.org'] }))
  const address = `${server.url}/events/${event.slug}`
  const email = () => `ada-${newId()}@example.org`
  const pages = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled })
      const page = await context.newPage()
      await page.goto(`${address}/register`)
      await page.getByRole('textbox', { name: 'Name on your badge' }).fill('Ada Example')
      await page.getByRole('textbox', { name: 'E-mail' }).fill(email())
      await page.getByRole('radio', { name: 'On site' }).check()
      await page.getByRole('radio', { name: 'Photos are fine' }).check()
      return page
    }),
  )
  const [scripted, plain] = [pages[0]!, pages[1]!]

  line.freeze()
  const isTold = async (path: string) => {
    const began = performance.now()
    const headers = { accept: 'text/html', 'accept-language': 'de' }
    const answer = await fetch(`${address}${path}`, { headers })
    expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '10'])
    expect(performance.now() - began, path).toBeLessThan(10_000)
    expect(await answer.text(), path).toContain('Unsere Datenbank antwortet im Moment nicht.')
  }
  const isRed = async () => {
    const ready = await fetch(`${server.url}/api/health/ready`)
    expect([ready.status, await ready.json()]).toMatchObject([503, { reason: 'database_away' }])
  }
  await Promise.all([...['', '/register', '/embed', '/calendar.ics'].map(isTold), isRed()])

  const sent = plain.waitForResponse((response) => response.request().method() === 'POST')
  await Promise.all([
    plain.getByRole('button', { name: 'Register', exact: true }).click({ timeout: 20_000 }),
    sendForm(scripted),
  ])
  expect((await sent).status()).toBe(503)
  await expect(plain.getByText('What you typed is kept on this page.')).toBeVisible()
  await expect(scripted.getByText('Nothing is lost: everything you typed is still here.')).toBeVisible({
    timeout: 12_000,
  })

  line.thaw()
  await expect.poll(async () => (await fetch(`${server.url}/api/health/ready`)).status).toBe(200)
  await plain.getByRole('button', { name: 'Send again' }).click()
  await scripted.getByRole('button', { name: 'Send again' }).click()
  for (const page of pages)
    await expect(page.locator('[data-registration-status=confirmed]')).toBeVisible({ timeout: 15_000 })
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(2)
  await server.end('SIGTERM')
  await line.close()
  removeFolder(folder)
})
