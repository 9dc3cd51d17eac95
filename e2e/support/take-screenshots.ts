import { mkdirSync } from 'node:fs'
import { type Browser, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { loadExampleEvent } from '@/lib/event-files/load-example-event'
import { findPublicEventRef } from '@/lib/events/queries'
import { findMadeEvent } from '@/prisma/factories/events'
import { fillEvent } from '@/prisma/factories/filled-event'
import { signIn } from './sign-in'

const folder = 'docs/screenshots'
const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }
const light = { colorScheme: 'light' } as const
const dark = { colorScheme: 'dark' } as const

test('the pictures of the README', async ({ browser }) => {
  await loadExampleEvent()
  const ref = await findPublicEventRef('example-hackathon')
  const event = await findMadeEvent(ref!.id)
  const people = await fillEvent(event)
  const noCamera = people.find(({ photo }) => photo === 'no_camera')!
  const desk = `/organizer/${event.slug}`
  const staff = { [event.id]: 'owner' } as const
  mkdirSync(folder, { recursive: true })

  await take('event', desktop, light, `/events/${event.slug}`)
  await take('event-phone', phone, dark, `/events/${event.slug}`)
  await take('form-phone', phone, light, `/events/${event.slug}/register`, answerTheForm)
  await take('badge', desktop, dark, `/my/${noCamera.manageToken}`)
  await take('badge-phone', phone, light, `/my/${noCamera.manageToken}`)
  await take('overview', desktop, light, desk)
  await take('attendees', desktop, dark, `${desk}/attendees`)
  await take('check-in-phone', phone, light, `/check-in/${event.slug}?q=${noCamera.code}`, letIn)

  async function take(
    name: string,
    screen: typeof desktop,
    scheme: typeof light | typeof dark,
    address: string,
    act?: (page: Page) => Promise<void>,
  ) {
    const page = await open(
      browser,
      { ...screen, ...scheme },
      /organizer|check-in/.test(address) ? staff : {},
    )
    await page.goto(address)
    await act?.(page)
    await page.evaluate(() => document.fonts.ready)
    const picture = sharp(await page.screenshot())
    await picture.png({ palette: true, compressionLevel: 9 }).toFile(`${folder}/${name}.png`)
    await page.context().close()
  }
})

async function open(browser: Browser, look: object, roles: Parameters<typeof signIn>[1]): Promise<Page> {
  const context = await browser.newContext({ ...test.info().project.use, ...look })
  if (Object.keys(roles).length > 0) await signIn(context, roles)
  return await context.newPage()
}

async function answerTheForm(page: Page) {
  const choose = (name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check()
  await choose('presence', 'on_site')
  for (const night of await page.locator('[name="nights"]').all()) await night.check()
  await choose('diet', 'vegan')
  await choose('photo', 'no_camera')
  await page.getByRole('heading', { name: 'Will you sleep there?' }).scrollIntoViewIfNeeded()
  await page.evaluate(() => document.querySelector('[name="nights"]')?.closest('section')?.scrollIntoView())
}

async function letIn(page: Page) {
  await page.getByRole('button', { name: 'Check in' }).first().click()
  await page.locator('[data-outcome="arrived"]').waitFor()
}
