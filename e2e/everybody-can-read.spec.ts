import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeJourneyEvent } from './support/make-journey-event'
import { signIn } from './support/sign-in'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Every page is looked at by itself, one after the other.
test.describe.configure({ timeout: 240_000 })

for (const locale of ['en', 'de']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page can be read by everybody: ${locale}, ${colorScheme}`, async ({ browser }) => {
      const event = await makeJourneyEvent(4, (file) => ({ ...file, embed_origins: ['https://example.org'] }))
      const person = await makeRegistration(event, { name: 'Zoë Sample', photo: 'no_camera' })
      const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const look = async (address: string, andThen = async () => {}) => {
        await page.goto(address)
        await andThen()
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        const letters = await takeLettersOut(page)
        expect.soft(await whatIsWrong(page), address).toEqual([])
        for (const letter of letters) {
          await page.setContent(letter)
          expect.soft(await whatIsWrong(page), `a letter on ${address}`).toEqual([])
        }
      }
      const of = `/events/${event.slug}`
      const open = [
        '/',
        of,
        `${of}/register`,
        `${of}/embed`,
        `${of}/registered`,
        '/privacy',
        '/sign-in',
        '/nothing',
        '/my',
      ]
      for (const address of open) await look(address)
      await look(`${of}/register`, () => reviewForm(page))
      await look(`/my/${person.manageToken}`)
      await look(`/my/still-coming/${person.id}`)
      await look(`/my/decline/${person.id}`)
      await signIn(context, { [event.id]: 'owner' })
      const desk = `/organizer/${event.slug}`
      const rooms = [desk, `${desk}/attendees`, `${desk}/attendees/${person.id}`, `${desk}/mails`]
      const mails = [`${desk}/mails/preview`, `${desk}/mails/texts`, `${desk}/attendees/invite`]
      const door = `/check-in/${event.slug}`
      const kept = ['/organizer', ...rooms, ...mails, `${desk}/exports`, '/check-in', door, `${door}?q=zo`]
      for (const address of kept) await look(address)
      await context.close()
    })
  }
}

async function whatIsWrong(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
}

/** A letter stands in a frame that runs nothing, not even axe, which would wait for ever: it is looked at by itself. */
const takeLettersOut = (page: Page): Promise<string[]> =>
  page.locator('iframe[srcdoc]').evaluateAll((frames) =>
    frames.map((frame) => {
      frame.remove()
      return frame.getAttribute('srcdoc') ?? ''
    }),
  )

async function reviewForm(page: Page) {
  await page.locator('[name=name]').fill('Ada Example')
  await page.locator('[name=email]').fill('ada@example.org')
  await page.locator('[name=presence][value=on_site]').check()
  await page.locator('[name=photo][value=fine]').check()
  await page.getByRole('button', { name: /^(Check and register|Prüfen und anmelden)$/ }).click()
  await expect(page.locator('[data-review]')).toBeVisible()
}
