import { expect, test } from '@playwright/test'
import { hostileTexts } from '@/prisma/factories/hostile-texts'
import { makeRegistration } from '@/prisma/factories/registrations'
import { ask } from './support/ask'
import { attendeeCookie, teamCookie } from './support/callers'
import { makeJourneyEvent } from './support/make-journey-event'

// Lists, mails, calendars and files: lib/operations/hostile-texts.test.ts.
test('whatever somebody calls themselves is letters on every page', async ({ page, baseURL }) => {
  const event = await makeJourneyEvent()
  const people: Record<string, { id: string; manageToken: string }> = {}
  for (const [at, [what, text]] of Object.entries(hostileTexts).entries()) {
    const worn = { name: text, organization: text, accessibility: text, allergies: text }
    people[what] = await makeRegistration(event, { ...worn, email: `${at}-${event.slug}@example.org` })
  }
  const cookie = await teamCookie(event, 'owner')
  const themselves = attendeeCookie(people.script!.manageToken)
  const desk = `/organizer/${event.slug}`
  const rooms = [
    desk,
    ...['attendees', 'history', 'exports', 'attendees/many'].map((room) => `${desk}/${room}`),
    ...['attendees', 'kitchen', 'badges', 'check-in'].map((list) => `${desk}/exports/${list}.print`),
  ]
  const alive = ['script', 'an attribute', 'an entity', 'a link in Markdown', 'a bare address']
  const faces = alive.map((what) => `${desk}/attendees/${people[what]!.id}`)
  let named = 0
  for (const address of [...rooms, ...faces, '/my', `/my/edit/${people.script!.id}`]) {
    const own = { cookie: address.startsWith('/my') ? themselves : cookie }
    const { text, onward } = await ask(address, own)
    // A list for paper is shown by a ticket.
    const html = onward ? (await ask(onward, own)).text : text
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag, address).toContain('nonce="')
    expect(html, address).not.toMatch(
      /<script>alert|<img src=x|<img src="?https:\/\/evil|href="https:\/\/evil|<b> /,
    )
    if (html.includes('&lt;script&gt;alert(1)&lt;/script&gt;')) named++
  }
  expect(named).toBeGreaterThanOrEqual(7)

  const alerts: string[] = []
  page.on('dialog', (dialog) => alerts.push(dialog.message()))
  page.on('console', (said) => said.type() === 'error' && alerts.push(said.text()))
  const [name, ...value] = cookie.split('=')
  await page.context().addCookies([{ name: name!, value: value.join('='), url: baseURL! }])
  await page.goto(`${desk}/attendees`)
  for (const what of ['script', 'an attribute', 'a link in Markdown', 'a place for words'])
    await expect(page.getByRole('link', { name: hostileTexts[what]!, exact: true }).first()).toBeVisible()
  expect(alerts).toEqual([])
})
