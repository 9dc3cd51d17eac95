import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { settingsParts } from '@/lib/event-forms/schema'
import { exportLists } from '@/lib/exports/schema'
import { newToken } from '@/lib/tokens'
import { makeEmailChange, makePasskey, makeTotp } from '@/prisma/factories/accounts'
import { makeAccessToken, makeUser } from '@/prisma/factories/team'
import { attendeeCookie } from './support/callers'
import { joinToken, makeScene, type Scene } from './support/deeds'
import { addressOf, inTree } from './support/in-tree'
import { optOutToken } from './support/make-messages'
import { signIn, signInAsAdmin } from './support/sign-in'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Sight = Scene & { linkToken: string; change: { old: string; new: string } }
/** Who looks at a page, and at which of its faces; its plain address where nothing is said. */
type Look = {
  by: (typeof readers)[number]
  at?: (sight: Sight) => string[]
  andThen?: (page: Page) => Promise<void>
}
const readers = ['anybody', 'themselves', 'owner', 'lists', 'door', 'admin', 'keeper', 'half'] as const

const own = (room: string, who: (sight: Sight) => { id: string }): Look => ({
  by: 'themselves',
  at: (sight) => [`/my/${room}/${who(sight).id}`],
})
const person = ({ person }: Sight) => person
const desk = (...faces: ((sight: Sight) => string)[]): Look => ({
  by: 'owner',
  ...(faces.length > 0 && {
    at: (sight) => faces.map((face) => `/organizer/${sight.event.slug}/${face(sight)}`),
  }),
})
// The same owner at half of the rooms, which are as many as two tests can look at side by side.
const lists: typeof desk = (...faces) => ({ ...desk(...faces), by: 'lists' })

// A page without a row fails.
const looks: Record<string, Look> = {
  'app/page.tsx': { by: 'anybody', at: () => ['/', '/nothing'] },
  'app/privacy/page.tsx': { by: 'anybody' },
  'app/events/[slug]/page.tsx': { by: 'anybody' },
  'app/events/[slug]/embed/page.tsx': { by: 'anybody' },
  'app/events/[slug]/register/page.tsx': { by: 'anybody', andThen: reviewForm },
  'app/events/[slug]/registered/page.tsx': { by: 'anybody' },
  'app/events/[slug]/privacy/page.tsx': { by: 'anybody' },
  'app/my/change-email/[token]/page.tsx': { by: 'anybody' },
  'app/sign-in/page.tsx': { by: 'anybody', at: () => ['/sign-in', '/sign-in?sent=1'] },
  'app/sign-in/[token]/page.tsx': {
    by: 'anybody',
    at: ({ linkToken }) => [`/sign-in/${linkToken}`, '/sign-in/nothing'],
  },
  'app/lists/[token]/page.tsx': {
    by: 'anybody',
    at: ({ linkId }) => [`/lists/${linkId}`, '/lists/nothing'],
  },
  'app/join/[token]/page.tsx': {
    by: 'anybody',
    at: ({ asked }) => [`/join/${joinToken(asked.id)}`, '/join/nothing'],
  },
  'app/check-in/pair/[token]/page.tsx': {
    by: 'anybody',
    at: ({ deviceLink }) => [`/check-in/pair/${deviceLink.token}`, '/check-in/pair/nothing'],
  },
  'app/check-in/[slug]/unpaired/page.tsx': { by: 'anybody' },
  'app/my/page.tsx': { by: 'themselves' },
  'app/my/data/[id]/page.tsx': own('data', person),
  'app/my/decline/[id]/page.tsx': own('decline', person),
  'app/my/edit/[id]/page.tsx': own('edit', person),
  'app/my/email/[id]/page.tsx': own('email', person),
  'app/my/erase/[id]/page.tsx': own('erase', person),
  'app/my/share/[id]/page.tsx': {
    by: 'themselves',
    at: ({ sleeper, sharer }) => [`/my/share/${sleeper.id}`, `/my/share/${sharer.id}`],
  },
  'app/my/still-coming/[id]/page.tsx': own('still-coming', person),
  'app/my/transfer/[id]/page.tsx': own('transfer', person),
  'app/account/page.tsx': { by: 'keeper', at: () => ['/account', '/account?said=wrong_code'] },
  'app/account/authenticator/page.tsx': { by: 'keeper' },
  'app/account/recovery-codes/page.tsx': { by: 'keeper' },
  'app/account/email/[token]/page.tsx': {
    by: 'keeper',
    at: ({ change }) => [`/account/email/${change.old}`, '/account/email/nothing'],
  },
  'app/sign-in/second-factor/page.tsx': { by: 'half' },
  'app/admin/page.tsx': { by: 'admin' },
  'app/admin/people/page.tsx': {
    by: 'admin',
    at: () => ['/admin/people', '/admin/people?said=last_admin', '/admin/people?q=nobody-is-called-so'],
  },
  'app/admin/people/[id]/page.tsx': { by: 'admin', at: ({ member }) => [`/admin/people/${member.id}`] },
  'app/admin/events/page.tsx': { by: 'admin' },
  'app/admin/mails/page.tsx': { by: 'admin' },
  'app/admin/mails/[id]/page.tsx': { by: 'admin', at: ({ mailId }) => [`/admin/mails/${mailId}`] },
  'app/admin/settings/page.tsx': { by: 'admin', at: () => ['/admin/settings?said=settings'] },
  'app/admin/history/page.tsx': { by: 'admin' },
  'app/organizer/page.tsx': desk(),
  'app/organizer/new/page.tsx': desk(),
  'app/organizer/[slug]/page.tsx': desk(),
  'app/organizer/[slug]/arrivals/page.tsx': desk(() => 'arrivals'),
  'app/organizer/[slug]/arrivals/screen/page.tsx': desk(() => 'arrivals/screen?names=show'),
  'app/organizer/[slug]/hotels/page.tsx': desk(),
  'app/organizer/[slug]/meals/page.tsx': desk(),
  'app/organizer/[slug]/activities/page.tsx': desk(),
  'app/organizer/[slug]/questions/page.tsx': desk(),
  'app/organizer/[slug]/privacy/page.tsx': desk(),
  'app/organizer/[slug]/settings/page.tsx': lists(),
  'app/organizer/[slug]/settings/[part]/page.tsx': lists(
    ...settingsParts.map((part) => () => `settings/${part}`),
  ),
  'app/organizer/[slug]/settings/edition/page.tsx': lists(),
  'app/organizer/[slug]/settings/file/page.tsx': lists(),
  'app/organizer/[slug]/attendees/page.tsx': desk(),
  'app/organizer/[slug]/attendees/[id]/page.tsx': desk(
    ({ person }) => `attendees/${person.id}`,
    ({ pending }) => `attendees/${pending.id}`,
    ({ sleepless }) => `attendees/${sleepless.id}`,
  ),
  'app/organizer/[slug]/attendees/[id]/edit/page.tsx': desk(({ person }) => `attendees/${person.id}/edit`),
  'app/organizer/[slug]/attendees/new/page.tsx': desk(),
  'app/organizer/[slug]/attendees/invite/page.tsx': desk(),
  'app/organizer/[slug]/attendees/import/page.tsx': desk(
    () => 'attendees/import',
    () => 'attendees/import?refused=no_table',
  ),
  'app/organizer/[slug]/attendees/import/[id]/page.tsx': desk(
    ({ list }) => `attendees/import/${list.id}`,
    ({ list }) => `attendees/import/${list.id}?change=1`,
  ),
  'app/organizer/[slug]/attendees/many/page.tsx': desk(
    () => 'attendees/many?act=promote&who=all',
    () => 'attendees/many?act=tag&who=ticked',
  ),
  'app/organizer/[slug]/attendees/many/[id]/page.tsx': desk(({ many }) => `attendees/many/${many.id}`),
  'app/organizer/[slug]/exports/page.tsx': lists(),
  'app/organizer/[slug]/exports/access/page.tsx': lists(),
  'app/organizer/[slug]/exports/rooming/page.tsx': lists(),
  'app/organizer/[slug]/exports/[file]/print/page.tsx': lists(
    ...exportLists.map((list) => () => `exports/${list}.print?blanks=1`),
  ),
  'app/organizer/[slug]/mails/page.tsx': lists(),
  'app/organizer/[slug]/mails/[id]/page.tsx': lists(({ mailId }) => `mails/${mailId}`),
  'app/organizer/[slug]/mails/groups/page.tsx': lists(),
  'app/organizer/[slug]/mails/groups/[id]/page.tsx': lists(
    ({ draft }) => `mails/groups/${draft.id}`,
    ({ scheduled }) => `mails/groups/${scheduled.id}`,
    ({ sent }) => `mails/groups/${sent.id}`,
  ),
  'app/organizer/[slug]/mails/preview/page.tsx': lists(),
  'app/organizer/[slug]/mails/texts/page.tsx': lists(),
  'app/organizer/[slug]/mails/write/page.tsx': lists(),
  'app/unsubscribe/[token]/page.tsx': {
    by: 'anybody',
    at: ({ optOut }) => [`/unsubscribe/${optOutToken(optOut.id)}`, '/unsubscribe/nothing'],
  },
  'app/organizer/[slug]/devices/page.tsx': lists(),
  'app/organizer/[slug]/team/page.tsx': lists(),
  'app/organizer/[slug]/history/page.tsx': lists(),
  'app/check-in/page.tsx': { by: 'door' },
  'app/check-in/[slug]/meals/page.tsx': {
    by: 'door',
    at: ({ event: { slug } }) => [`/check-in/${slug}/meals`, `/check-in/${slug}/meals?said=food`],
  },
  'app/check-in/[slug]/walk-in/page.tsx': {
    by: 'door',
    at: ({ event: { slug } }) => [`/check-in/${slug}/walk-in`, `/check-in/${slug}/walk-in?form=whole`],
  },
  'app/check-in/[slug]/badges/[id]/page.tsx': {
    by: 'door',
    at: ({ event: { slug }, person: { id } }) => [`/check-in/${slug}/badges/${id}`],
  },
  'app/check-in/[slug]/page.tsx': {
    by: 'door',
    at: ({ event: { slug }, arrivalId }) => [
      `/check-in/${slug}?q=zo`,
      `/check-in/${slug}?answer=${arrivalId}`,
      // The closed door that staff meet at the desk.
      `/organizer/${slug}`,
    ],
  },
}

test('every page has its row, every row its page', () => {
  expect(inTree(/(^|\/)page\.tsx$/)).toEqual(Object.keys(looks).sort())
})

// German has the longest words: it is read on the narrowest phone.
const screens = { en: {}, de: { viewport: { width: 320, height: 640 } } }

for (const locale of ['en', 'de'] as const) {
  for (const reader of readers) {
    test(`every page can be read by everybody: ${reader}, ${locale}`, async ({ browser }) => {
      test.setTimeout(240_000)
      const sight = await makeSight()
      const context = await browser.newContext({ ...screens[locale], locale, reducedMotion: 'reduce' })
      await become[reader](context, sight)
      const page = await context.newPage()
      for (const [file, { by, at, andThen }] of Object.entries(looks)) {
        if (by !== reader) continue
        const plain = addressOf(file, { slug: sight.event.slug })
        for (const address of at?.(sight) ?? [plain]) {
          await page.goto(address)
          await expect(page.locator('html')).toHaveAttribute('lang', locale)
          await look(page, address)
        }
        if (!andThen) continue
        await andThen(page)
        await look(page, `${plain} and then`)
      }
      await context.close()
    })
  }
}

const becomeOwner = (context: BrowserContext, { event }: Sight) => signIn(context, { [event.id]: 'owner' })

const become: Record<(typeof readers)[number], (context: BrowserContext, sight: Sight) => Promise<unknown>> =
  {
    anybody: async () => {},
    owner: becomeOwner,
    lists: becomeOwner,
    door: (context, { event }) => signIn(context, { [event.id]: 'check_in' }),
    keeper: async (context, { event, change }) => {
      const keeper = await signIn(context, { [event.id]: 'organizer' })
      await makeTotp(keeper, { confirmedAt: null })
      await makeEmailChange(keeper, change)
    },
    admin: signInAsAdmin,
    half: async (context, { event }) => {
      const half = await signIn(context, { [event.id]: 'organizer' })
      await makeTotp(half)
      await makePasskey(half)
      await db().recoveryCode.create({ data: { userId: half.id, hash: 'of a code' } })
    },
    themselves: (context, { person, unsure, offered, sleeper, sharer, undecided }) => {
      const all = [person, unsure, offered, sleeper, sharer, undecided]
      const [name, value] = attendeeCookie(all.map(({ manageToken }) => manageToken).join('.')).split('=')
      return context.addCookies([{ name: name!, value: value!, url: process.env.BASE_URL! }])
    },
  }

async function makeSight(): Promise<Sight> {
  const scene = await makeScene()
  await db().event.update({ where: { id: scene.event.id }, data: { embedOrigins: ['https://example.org'] } })
  // A word that no line of a phone has room for.
  const name = 'Wolfeschlegelsteinhausenbergerdorff Sample'
  await db().registration.update({ where: { id: scene.person.id }, data: { name } })
  const change = { old: newToken(), new: newToken() }
  return { ...scene, change, linkToken: await makeAccessToken('sign_in', await makeUser()) }
}

/** One page, and the letters on it. */
async function look(page: Page, address: string) {
  const letters = await takeLettersOut(page)
  await lookOnce(page, address)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `${address} is wider than its screen`).toBeLessThanOrEqual(page.viewportSize()!.width)
  for (const letter of letters) {
    await page.setContent(letter)
    await lookOnce(page, `a letter on ${address}`)
  }
}

/** By day and by night, between which only colours differ. */
async function lookOnce(page: Page, words: string) {
  await page.emulateMedia({ colorScheme: 'light' })
  const whole = axe(page).withTags(levels)
  // In a row that scrolls sideways the last one in sight is as small as what is in sight of it.
  if (isNarrow(page)) whole.disableRules('target-size')
  expect.soft(await whatIsWrong(whole), `${words}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await whatIsWrong(axe(page).withRules('color-contrast')), `${words}, dark`).toEqual([])
}

const isNarrow = (page: Page) => page.viewportSize()!.width < 640

// Nothing is looked at in frames here, which is all that needs a page of axe's own for every look.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

async function whatIsWrong(look: AxeBuilder): Promise<string[]> {
  const { violations } = await look.analyze()
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
