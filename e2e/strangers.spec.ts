import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { exportLists } from '@/lib/exports/schema'
import { ask, forEach } from './support/ask'
import { buttons } from './support/buttons'
import { cookieOf, requestAs } from './support/callers'
import { type Canary, findCanaries, learns, maySee } from './support/canaries'
import { type Deed, forge, makeScene, openForm, type Scene, tracesOf } from './support/deeds'
import { doorNames, inTree } from './support/in-tree'
import { makeJourneyEvent } from './support/make-journey-event'
import { addressIn, bodyIn, facesIn, makeStage, type Stage } from './support/make-stage'
import { readForms } from './support/read-forms'
import { buttonCells, type Caller, callerNames, doorCells } from './support/rights'
import { rightsOfDoors } from './support/rights-of-doors'

const ours = new URL(process.env.BASE_URL!).origin

test('every door has its row, every row its door', () => {
  expect(doorNames()).toEqual(Object.keys(rightsOfDoors).sort())
})

test('every action has its row, every row its action', () => {
  const exported = inTree(/(^|\/)actions\.ts$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export async function (\w+)/gm)].map(
      ([, name]) => `${file} ${name}`,
    ),
  )
  expect(exported.sort()).toEqual(Object.keys(buttons).sort())
})

// What opens by its link says this without it; what takes a list or shows one leads on to it.
const saidInstead: Record<string, string> = {
  'GET /my/[token]': '404',
  'POST /lists/open': '410',
  'GET /unsubscribe/[token]/now': 'onward',
  'POST /unsubscribe/[token]/now': '404',
  'POST /organizer/[slug]/attendees/import/upload': 'onward',
  '/organizer/[slug]/exports/[file]/print': 'onward',
}

const onLists: Record<(typeof exportLists)[number], Canary[]> = {
  attendees: ['name', 'email', 'organization', 'code', 'answers', 'innerAnswers'],
  access: ['handouts'],
  catering: ['allergies'],
  kitchen: ['name', 'allergies'],
  rooming: ['name'],
  'no-camera': ['name', 'organization'],
  badges: ['name', 'organization', 'code'],
  'check-in': ['name', 'organization', 'code'],
  'no-shows': ['name', 'email', 'organization'],
}

// On paper a list says for whom it is, and a badge has its code as a picture.
const inPrint: Record<string, Canary[]> = {
  access: ['handouts', 'recipients'],
  badges: ['name', 'organization'],
}

// Pages whose buttons are pressed with effect in journeys of their own: of the house, of accounts, and where events begin.
const inVain: Record<string, string> = {
  '/account': 'account',
  '/account/recovery-codes': 'account',
  '/admin/people': 'admin',
  '/admin/people/[id]': 'admin',
  '/admin/settings': 'admin',
  '/organizer/new': 'creator',
  '/organizer/[slug]/settings/edition': 'creator',
  '/organizer/[slug]/settings/file': 'desk',
}

test.describe('the doors', () => {
  let stage: Stage
  test.beforeAll(async () => {
    stage = await makeStage()
  })

  // Meals by number and what must not be in them, names to bake for: each list shows what its reader needs, and no more.
  for (const [list, wanted] of Object.entries(onLists))
    test(`the list ${list} shows nothing but its columns`, async () => {
      const { scene, cookies, words } = stage
      const cookie = cookies.organizer
      const address = `/organizer/${scene.event.slug}/exports/${list}`
      for (const format of ['csv', 'xlsx', 'json', 'pdf']) {
        const { said, text } = await ask(`${address}.${format}`, { cookie })
        const printed = format === 'pdf' ? (inPrint[list] ?? wanted) : wanted
        expect.soft([said, findCanaries(text, words)], format).toEqual(['open', printed])
      }
      const { onward } = await ask(`${address}.print`, { cookie })
      const { said, text } = await ask(onward!, { cookie })
      expect([said, findCanaries(text, words)], 'on paper').toEqual(['open', inPrint[list] ?? wanted])
    })

  for (const [path, audience] of Object.entries(inVain))
    test(`who presses in vain what stands at ${path}`, async () => {
      const { scene, cookies } = stage
      const address = addressIn(scene, path)
      const { text } = await ask(address, { cookie: cookies.admin })
      // Whoever presses the one is nobody from then on, the other is everybody's; a search has no action.
      const forms = readForms(text).filter(
        ({ words, controls }) =>
          /\$ACTION/.test(Object.keys(controls).join()) && !/^(Sign out|ENDE)$/.test(words),
      )
      const cells = buttonCells(audience)
      const mayNot = callerNames.filter((caller) => cells[caller] !== 'open')
      expect(forms).not.toEqual([])
      for (const { words, controls } of forms) {
        const told = mayNot.map(async (caller) => [
          caller,
          (await press(cookies[caller], address, controls)).said,
        ])
        const wanted = mayNot.map((caller) => [caller, cells[caller]])
        expect.soft(await Promise.all(told), words.slice(0, 60)).toEqual(wanted)
      }
    })

  for (const caller of callerNames) {
    test(`what ${caller} is told at every door, asked in every way, and what they learn there`, async () => {
      test.setTimeout(120_000)
      const { scene, cookies, words } = stage
      const [cookie, wanted, told] = [cookies[caller], new Map(), new Map()]
      const [leaks, seen] = [new Set<string>(), new Set<Canary>()]
      const learn = (path: string, text: string) => {
        for (const field of findCanaries(text, words)) {
          seen.add(field)
          if (!maySee(caller, path, field)) leaks.add(`${path}: ${field}`)
        }
      }
      const paths = [...new Set(Object.keys(rightsOfDoors).map((door) => door.replace(/^\w+ /, '')))]
      await forEach(paths, async (path) => {
        const address = addressIn(scene, path)
        const isPage = path in rightsOfDoors
        for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
          const isKnown = ['GET', 'HEAD', 'POST'].includes(method)
          const door = isPage ? path : `${method.replace('HEAD', 'GET')} ${path}`
          const cell = isKnown && door in rightsOfDoors ? doorCells(rightsOfDoors[door]!)[caller] : '405'
          const own = cell === 'open' || cell === 'link' ? (saidInstead[door] ?? 'open') : cell
          wanted.set(`${method} ${path}`, own)
          const body = method === 'POST' && !isPage ? bodyIn(scene, path) : undefined
          const answer = await ask(address, { method, cookie, origin: ours, body })
          told.set(`${method} ${path}`, answer.said)
          if (answer.said === 'open') learn(path, answer.text)
        }
        if (wanted.get(`GET ${path}`) === 'open')
          for (const face of facesIn(scene, path)) learn(face, (await ask(face, { cookie })).text)
        // A token and no cookie is nobody's authority but its own; at the door's programs, nothing is nobody's.
        const isAlone = caller === 'program' || (caller === 'nobody' && path.startsWith('/api/check-in/'))
        wanted.set(`POST ${path} from elsewhere`, isAlone ? wanted.get(`POST ${path}`) : '403')
        const body = isPage ? undefined : bodyIn(scene, path)
        const foreign = { method: 'POST', cookie, origin: 'https://elsewhere.example.org', body }
        told.set(`POST ${path} from elsewhere`, (await ask(address, foreign)).said)
      })
      expect.soft(Object.fromEntries(told)).toEqual(Object.fromEntries(wanted))
      expect.soft([...leaks].sort()).toEqual([])
      expect([...seen].sort()).toEqual([...learns[caller]].sort())
    })
  }
})

for (const [name, deed] of Object.entries(buttons)) {
  if (typeof deed === 'string') continue
  const cells = buttonCells(deed.by)
  const may = callerNames.filter((caller) => cells[caller] === 'open')
  const mayNot = callerNames.filter((caller) => cells[caller] !== 'open')

  test(`who presses the button of ${name}, and who presses it in vain`, async () => {
    const [scene, own] = await Promise.all([makeScene(), makeScene()])
    const [ground, ownGround] = [groundOf(deed, scene, own), groundOf(deed, own, scene)]
    const presser = (['person', 'door', 'organizer'] as const).find((one) => may.includes(one)) ?? 'owner'
    const form = await openForm(await cookieOf(presser, ground), deed, scene)
    const ownCookie = await cookieOf(presser, ownGround)
    const ownForm = await openForm(ownCookie, deed, own)
    if (!form || !ownForm) throw new Error(`No form says “${deed.words}” at ${deed.page(scene)}.`)
    const carried = callerNames.map(async (caller) => [caller, await cookieOf(caller, ground)])
    const cookies: Record<Caller, string> = Object.fromEntries(await Promise.all(carried))
    const before = await tracesOf(scene)
    const told = mayNot.map(async (caller) => {
      const answer = await press(cookies[caller], form.address, form.controls)
      if (answer.said === '404') expect.soft(answer.text, caller).toContain('Nothing here')
      return [caller, answer.said]
    })
    expect.soft(await Promise.all(told)).toEqual(mayNot.map((caller) => [caller, cells[caller]]))
    // The front page is open to everybody, but no other page knows this button.
    expect.soft((await press(cookies.other, '/', form.controls)).said).toBe('409')
    await press(ownCookie, ownForm.address, forge(ownForm.controls, own, scene))
    expect(await tracesOf(scene)).toEqual(before)
    const done = await press(cookies[presser], form.address, form.controls)
    expect(taken).toContain(done.said)
    expect(await tracesOf(scene)).not.toEqual(before)
    // Who may, too, presses the same again; what is gone with the first press, they press somewhere else.
    const isThereStill = taken.includes((await press(cookies[presser], form.address, form.controls)).said)
    for (const caller of may.filter((one) => one !== presser)) {
      const again = isThereStill ? { cookie: cookies[caller], form } : await openAgain(presser, caller, deed)
      const answer = await press(again.cookie, again.form.address, again.form.controls)
      expect.soft(taken, caller).toContain(answer.said)
    }
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

const taken = ['open', 'onward']

async function openAgain(presser: Caller, caller: Caller, deed: Deed) {
  const scene = await makeScene()
  const ground = groundOf(deed, scene, scene)
  const form = (await openForm(await cookieOf(presser, ground), deed, scene))!
  return { cookie: await cookieOf(caller, ground), form }
}

const groundOf = (
  { who = 'person' }: Deed,
  { event, [who]: whose, sleepless }: Scene,
  { event: elsewhere }: Scene,
) => ({
  event,
  elsewhere,
  own: [whose],
  neighbour: sleepless,
})

function press(cookie: string, address: string, controls: Record<string, string>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(controls)) body.set(name, value)
  return ask(address, { method: 'POST', cookie, origin: ours, body })
}
