import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { makeRegistration } from '@/prisma/factories/registrations'
import { accountDeeds } from './support/account-deeds'
import { adminDeeds, adminRooms } from './support/admin-deeds'
import { arrivalDeeds, arrivalDoors } from './support/arrival-deeds'
import { attendeeDeeds, ownRooms } from './support/attendee-deeds'
import { type Caller, callers, phones, requestAs } from './support/callers'
import { type Deed, forge, makeScene, openForm, press, tracesOf } from './support/deeds'
import { eventDeeds, eventRooms } from './support/event-deeds'
import { addressOf, inTree } from './support/in-tree'
import { listDeeds, listRooms } from './support/list-deeds'
import { mailDeeds, mailRooms } from './support/mail-deeds'
import { makeJourneyEvent } from './support/make-journey-event'
import { manyDeeds } from './support/many-deeds'
import { phoneDeeds, phoneDoors, phoneRooms } from './support/phone-deeds'
import { teamDeeds } from './support/team-deeds'

type Seen = Record<(typeof callers)[number], number | 'sign-in'>

const everybody = (status: number): Seen => ({
  nobody: status,
  attendee: status,
  door: status,
  other: status,
})
const teams = (door: number, other: number): Seen => ({ nobody: 'sign-in', attendee: 'sign-in', door, other })
const desk = teams(403, 404)

// What GET answers to whom. A door without a row fails.
const doors: Record<string, Seen> = {
  'app/page.tsx': everybody(200),
  'app/privacy/page.tsx': everybody(200),
  'app/calendar.ics/route.ts': everybody(200),
  'app/events/[slug]/page.tsx': everybody(200),
  'app/events/[slug]/opengraph-image/route.ts': everybody(200),
  'app/events/[slug]/calendar.ics/route.ts': everybody(200),
  'app/events/[slug]/card.json/route.ts': everybody(200),
  'app/events/[slug]/embed/page.tsx': everybody(200),
  'app/events/[slug]/register/page.tsx': everybody(200),
  'app/events/[slug]/registered/page.tsx': everybody(200),
  'app/events/[slug]/privacy/page.tsx': everybody(200),
  'app/my/page.tsx': everybody(200),
  'app/my/[token]/route.ts': everybody(404),
  'app/my/change-email/[token]/page.tsx': everybody(200),
  ...Object.fromEntries(ownRooms.map((file) => [file, everybody(404)])),
  'app/lists/[token]/page.tsx': everybody(200),
  'app/lists/open/route.ts': everybody(405),
  'app/sign-in/page.tsx': { nobody: 200, attendee: 200, door: 307, other: 307 },
  'app/sign-in/[token]/page.tsx': everybody(200),
  'app/sign-in/provider/route.ts': everybody(405),
  'app/sign-in/second-factor/page.tsx': teams(307, 307),
  'app/api/auth/[...nextauth]/route.ts': everybody(404),
  'app/account/page.tsx': teams(200, 200),
  'app/account/authenticator/page.tsx': teams(307, 307),
  'app/account/recovery-codes/page.tsx': teams(200, 200),
  'app/account/email/[token]/page.tsx': everybody(200),
  'app/api/health/live/route.ts': everybody(200),
  'app/api/health/ready/route.ts': everybody(200),
  'app/api/metrics/route.ts': everybody(404),
  ...arrivalDoors,
  'app/check-in/page.tsx': teams(200, 200),
  'app/check-in/[slug]/page.tsx': teams(200, 404),
  'app/check-in/[slug]/meals/page.tsx': teams(200, 404),
  'app/organizer/page.tsx': teams(200, 200),
  'app/organizer/[slug]/page.tsx': desk,
  'app/organizer/[slug]/attendees/page.tsx': desk,
  'app/organizer/[slug]/attendees/[id]/page.tsx': desk,
  'app/organizer/[slug]/attendees/[id]/edit/page.tsx': desk,
  'app/organizer/[slug]/attendees/new/page.tsx': desk,
  'app/organizer/[slug]/attendees/invite/page.tsx': desk,
  'app/organizer/[slug]/attendees/import/page.tsx': desk,
  'app/organizer/[slug]/attendees/import/[id]/page.tsx': desk,
  'app/organizer/[slug]/attendees/import/upload/route.ts': everybody(405),
  'app/organizer/[slug]/attendees/many/page.tsx': desk,
  'app/organizer/[slug]/attendees/many/[id]/page.tsx': desk,
  'app/join/[token]/page.tsx': everybody(200),
  ...Object.fromEntries(listRooms.map((file) => [file, desk])),
  'app/organizer/new/page.tsx': teams(403, 403),
  ...Object.fromEntries(eventRooms.map((file) => [file, desk])),
  ...Object.fromEntries(adminRooms.map((file) => [file, teams(404, 404)])),
  ...Object.fromEntries(mailRooms.map((file) => [file, desk])),
  'app/unsubscribe/[token]/page.tsx': everybody(200),
  'app/unsubscribe/[token]/now/route.ts': everybody(307),
  ...Object.fromEntries(Object.entries(phoneRooms).map(([file, status]) => [file, everybody(status)])),
  'app/organizer/[slug]/history/page.tsx': desk,
  'app/organizer/[slug]/history/download/route.ts': desk,
}

// What a press of whose button does; the page it stands on, and words of its form. An action without a row fails.
const deeds: Record<string, Deed | 'anybody' | 'told elsewhere'> = {
  ...adminDeeds,
  ...arrivalDeeds,
  ...attendeeDeeds,
  ...eventDeeds,
  ...accountDeeds,
  ...manyDeeds,
  ...phoneDeeds,
  'app/actions.ts chooseLanguage': 'anybody',
  'app/sign-in/actions.ts askForLink': 'anybody',
  'app/sign-in/actions.ts openLink': 'anybody',
  'app/sign-in/actions.ts signOut': 'anybody',
  'app/events/[slug]/embed/actions.ts registerInFrame': 'anybody',
  'app/events/[slug]/register/actions.ts registerHere': 'anybody',
  'app/events/[slug]/register/actions.ts takeOverHere': 'anybody',
  'app/my/change-email/[token]/actions.ts confirmAddressHere': 'anybody',
  'app/my/actions.ts cancelThis': { by: 'themselves', page: () => '/my', words: 'Yes, cancel' },
  'app/my/actions.ts resendThis': { by: 'themselves', page: () => '/my', words: 'Send me the mail again' },
  'app/my/actions.ts confirmThis': {
    by: 'themselves',
    who: 'unsure',
    page: () => '/my',
    words: 'Confirm my registration',
  },
  'app/my/actions.ts acceptThis': { by: 'themselves', who: 'offered', page: () => '/my', words: 'I take it' },
  'app/my/actions.ts declineThis': {
    by: 'themselves',
    page: ({ person }) => `/my/decline/${person.id}`,
    words: 'Give my place back',
  },
  'app/my/edit/[id]/actions.ts saveAnswers': {
    by: 'themselves',
    page: ({ person }) => `/my/edit/${person.id}`,
    words: 'Save changes',
    button: { name: 'Zoë Other', legalName: 'Zoë', presence: 'on_site', photo: 'fine' },
  },
  'app/my/email/[id]/actions.ts askForAddress': {
    by: 'themselves',
    page: ({ person }) => `/my/email/${person.id}`,
    words: 'Write to this address',
    button: { newEmail: 'zoe.new@example.org' },
  },
  'app/my/transfer/[id]/actions.ts offerPlace': {
    by: 'themselves',
    page: ({ person }) => `/my/transfer/${person.id}`,
    words: 'Offer my place',
    button: { theirEmail: 'zoe.friend@example.org' },
  },
  'app/my/transfer/[id]/actions.ts keepPlace': {
    by: 'themselves',
    page: ({ person }) => `/my/transfer/${person.id}`,
    words: 'Keep my place after all',
  },
  'app/my/data/[id]/actions.ts withdrawThis': {
    by: 'themselves',
    page: ({ person }) => `/my/data/${person.id}`,
    words: 'Take back',
  },
  'app/my/erase/[id]/actions.ts eraseThis': {
    by: 'themselves',
    page: ({ person }) => `/my/erase/${person.id}`,
    words: 'Yes, erase me',
  },
  'app/my/share/[id]/actions.ts nameThem': {
    by: 'themselves',
    who: 'sleeper',
    page: ({ sleeper }) => `/my/share/${sleeper.id}`,
    words: 'Name or e-mail address',
    button: { roommate: 'Somebody Else' },
  },
  'app/my/share/[id]/actions.ts leaveThem': {
    by: 'themselves',
    who: 'sharer',
    page: ({ sharer }) => `/my/share/${sharer.id}`,
    words: 'Yes, leave the room',
  },
  'app/my/share/[id]/actions.ts sayBooked': {
    by: 'themselves',
    who: 'sleeper',
    page: () => '/my',
    words: 'I have booked',
  },
  'app/my/share/[id]/actions.ts needNone': {
    by: 'themselves',
    who: 'undecided',
    page: () => '/my',
    words: 'I need no room',
  },
  'app/organizer/[slug]/attendees/[id]/room/actions.ts bookRoom': {
    by: 'desk',
    page: ({ event, sleeper }) => `/organizer/${event.slug}/attendees/${sleeper.id}`,
    words: 'Mark as booked',
  },
  'app/organizer/[slug]/attendees/[id]/room/actions.ts releaseRoom': {
    by: 'desk',
    page: ({ event, sleeper }) => `/organizer/${event.slug}/attendees/${sleeper.id}`,
    words: 'Give it back',
  },
  'app/organizer/[slug]/attendees/[id]/room/actions.ts giveOneMore': {
    by: 'desk',
    page: ({ event, sleepless }) => `/organizer/${event.slug}/attendees/${sleepless.id}`,
    words: 'For a room that the hotel found',
    button: { reason: 'The hotel found one more.' },
  },
  'app/my/still-coming/[id]/actions.ts sayYes': {
    by: 'themselves',
    page: ({ person }) => `/my/still-coming/${person.id}`,
    words: 'Yes, I am coming',
  },
  'app/my/still-coming/[id]/actions.ts sayNo': {
    by: 'themselves',
    page: ({ person }) => `/my/still-coming/${person.id}`,
    words: 'Yes, give it back',
  },
  'app/check-in/[slug]/actions.ts recordTap': {
    by: 'door',
    page: ({ event }) => `/check-in/${event.slug}?q=zo`,
    words: 'Zoë Sample',
  },
  'app/check-in/[slug]/actions.ts answerAboutPhotos': {
    by: 'door',
    page: ({ event, arrivalId }) => `/check-in/${event.slug}?answer=${arrivalId}`,
    words: 'No camera',
    button: { photo: 'no_camera' },
  },
  'app/check-in/[slug]/meals/actions.ts sayWhatIEat': {
    by: 'door',
    page: ({ event }) => `/check-in/${event.slug}/meals`,
    words: 'Your diet',
    button: { diet: 'vegan' },
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts cancelOnBehalf': {
    by: 'desk',
    page: ({ event, person }) => `/organizer/${event.slug}/attendees/${person.id}`,
    words: 'Cancel it',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts letIn': {
    by: 'desk',
    page: ({ event, pending }) => `/organizer/${event.slug}/attendees/${pending.id}`,
    words: 'Yes, let in',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts turnDown': {
    by: 'desk',
    page: ({ event, pending }) => `/organizer/${event.slug}/attendees/${pending.id}`,
    words: 'Yes, decline',
  },
  'app/organizer/[slug]/attendees/invite/actions.ts invitePerson': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/attendees/invite`,
    words: 'Send the invitation',
    button: { name: 'Cy', email: 'cy@example.org' },
  },
  'app/organizer/[slug]/attendees/invite/actions.ts takeBack': {
    by: 'desk',
    page: ({ event }) => `/organizer/${event.slug}/attendees/invite`,
    words: 'Yes, take it back',
  },
  'app/organizer/[slug]/attendees/[id]/actions.ts showAllergies': {
    by: 'desk',
    page: ({ event, person }) => `/organizer/${event.slug}/attendees/${person.id}`,
    words: 'Show allergies',
  },
  ...listDeeds,
  'app/join/[token]/actions.ts joinTeam': 'anybody',
  ...teamDeeds,
  ...mailDeeds,
}

const strange = { file: 'attendees.csv', token: 'nobody-has-this-token', '...nextauth': 'session' }

test('every door has its row, every row its door', () => {
  expect(inTree(/(^|\/)(page\.tsx|route\.ts)$/)).toEqual(Object.keys(doors).sort())
})

test('every action has its row, every row its action', () => {
  const exported = inTree(/(^|\/)actions\.ts$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export async function (\w+)/gm)].map(
      ([, name]) => `${file} ${name}`,
    ),
  )
  expect(exported.sort()).toEqual(Object.keys(deeds).sort())
})

for (const caller of [...callers, ...phones]) {
  test(`what ${caller} sees behind every door, asked in every way`, async ({ playwright, baseURL }) => {
    test.setTimeout(180_000)
    const event = await makeJourneyEvent(4, (file) => ({ ...file, embed_origins: ['https://example.org'] }))
    const person = await makeRegistration(event)
    const request = await requestAs(playwright, caller, event)
    for (const [file, seen] of Object.entries(doors)) {
      const address = addressOf(file, { ...strange, slug: event.slug, id: person.id })
      const wanted = isPhone(caller) ? (phoneDoors[file]?.[caller] ?? seen.nobody) : seen[caller]
      for (const method of ['GET', 'HEAD']) {
        const answer = await request.fetch(address, { method, maxRedirects: 0 })
        const words = `${method} ${address}`
        expect.soft(answer.status(), words).toBe(wanted === 'sign-in' ? 307 : wanted)
        if (wanted === 'sign-in') expect.soft(answer.headers().location, words).toContain('/sign-in?to=')
      }
      const isClosed = wanted === 'sign-in' || wanted >= 400
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const ask = (origin: string) =>
          request.fetch(address, { method, maxRedirects: 0, headers: { origin } })
        const words = `${method} ${address}`
        // Who brings no cookie to the door's program brings nobody's authority: it says itself what is missing.
        const ownWord = caller === 'nobody' && address.startsWith('/api/check-in/') ? [401, 403, 405] : [403]
        const kept = method === 'POST' ? ownWord : [405]
        expect.soft(kept, words).toContain((await ask('https://elsewhere.example.org')).status())
        const status = (await ask(new URL(baseURL!).origin)).status()
        expect.soft(status, words).toBeLessThan(500)
        if (isClosed) expect.soft(status, words).toBeGreaterThanOrEqual(300)
      }
    }
    await request.dispose()
  })
}

for (const [name, deed] of Object.entries(deeds)) {
  if (typeof deed === 'string') continue
  test(`strangers press the button of ${name}, and nothing happens`, async ({ playwright }) => {
    const [scene, own] = [await makeScene(), await makeScene()]
    const { request, address, controls } = await openForm(playwright, deed, scene)
    const mine = await openForm(playwright, deed, own)
    const someone = [...callers, deed.by === 'door' ? 'otherPhone' : 'phone'] as const
    const strangers = someone.filter((caller) => caller !== deed.by)
    const requests = await Promise.all(strangers.map((caller) => requestAs(playwright, caller, scene.event)))
    const before = await tracesOf(scene)
    for (const [at, caller] of strangers.entries()) {
      const answer = await press(requests[at]!, address, controls)
      expect.soft(answer.status(), caller).toBe(refusalOf(caller, deed))
      if (answer.status() === 303) expect.soft(answer.headers().location, caller).toContain('/sign-in?to=')
      else expect.soft(await answer.text(), caller).toContain('Nothing here')
      // The front page is open to everybody, but no other page knows this button.
      expect.soft((await press(requests[at]!, '/', controls)).status(), `${caller} at /`).toBe(409)
    }
    await press(mine.request, mine.address, forge(mine.controls, own, scene))
    expect(await tracesOf(scene)).toEqual(before)
    expect((await press(request, address, controls)).status()).toBeLessThan(400)
    expect(await tracesOf(scene)).not.toEqual(before)
  })
}

test('the event of others looks like none at all', async ({ playwright }) => {
  const event = await makeJourneyEvent()
  const request = await requestAs(playwright, 'other', event)
  const titleOf = async (address: string) =>
    /<title>[^<]*/.exec(await (await request.get(address)).text())?.[0]
  for (const room of ['/organizer/', '/check-in/'])
    expect(await titleOf(`${room}${event.slug}`)).toBe(await titleOf(`${room}nothing-of-this-name`))
  await request.dispose()
})

const isPhone = (caller: Caller): caller is (typeof phones)[number] =>
  caller === 'phone' || caller === 'otherPhone'

function refusalOf(caller: Caller, { by }: Deed): number {
  const isSignedIn = caller === 'door' || caller === 'other' || caller === 'otherPhone'
  return by === 'themselves' || isSignedIn ? 404 : 303
}
