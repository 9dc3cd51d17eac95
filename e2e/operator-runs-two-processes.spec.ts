import { expect, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { derivedToken } from '@/lib/tokens'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { mailKindsTo, resizeTo } from '@/prisma/factories/lines'
import { forEach } from './support/ask'
import { attendeeCookie } from './support/callers'
import { mailsTo } from './support/mailbox'
import { freePort, newDataFolder, removeFolder, startServer } from './support/own-server'
import { findForm, sendAgain } from './support/press-again'

const one = process.env.BASE_URL!
const [places, walks, rooms, people] = [10, 6, 4, 40]
const night = '2027-04-15'

test('two processes on one database: a rush through both gives exactly the places there are, an honest line, and each letter once', async () => {
  test.setTimeout(300_000)
  const folder = newDataFolder()
  const { DATABASE_URL, SMTP_URL, NEXTAUTH_SECRET } = process.env as Record<string, string>
  const port = await freePort()
  const shared = { DATABASE_URL: DATABASE_URL!, SMTP_URL: SMTP_URL!, NEXTAUTH_SECRET: NEXTAUTH_SECRET! }
  const other = await startServer({ ...shared, DATA_DIR: folder, PORT: port })
  try {
    await rush([one, other.url])
  } finally {
    await other.end('SIGTERM')
    removeFolder(folder)
  }
})

async function rush(sites: string[]): Promise<void> {
  const room = { key: 'single', name: 'Single', nights: { [night]: rooms } }
  const event = await makeEvent({
    onSite: places,
    activities: [{ key: 'walk', size: walks }],
    hotels: [{ key: 'inn', name: 'Inn', roomTypes: [room] }],
  })
  // Each has the form before them; then all press at once.
  const forms: Form[] = []
  await forEach(
    Array.from({ length: people }, (_, at) => at),
    async (at) => {
      const form = await findForm(`${sites[at % 2]}/events/${event.slug}/register`, {}, { words: 'E-mail' })
      expect(form).toMatchObject({ submissionId: expect.any(String) })
      forms.push(form!)
    },
  )
  const told = await Promise.all(forms.map((form, at) => registerThrough(sites, event, form, at)))
  expect(told.filter(({ status }) => status === 'confirmed')).toHaveLength(places)
  const line = told.filter(({ status }) => status === 'waitlisted')
  expect(line.map(({ ahead }) => ahead).toSorted((a, b) => a! - b!)).toEqual(
    Array.from({ length: people - places }, (_, at) => at),
  )
  expect(await takenOf(event)).toEqual([
    ['activity', walks, walks],
    ['night', rooms, rooms],
    ['on_site', places, places],
    ['remote', 0, null],
  ])

  const leaving = told.filter(({ status }) => status === 'confirmed').slice(0, 5)
  await Promise.all([
    ...leaving.map(async ({ id }) => await cancelThrough(sites, id)),
    resizeTo(event.onSite.id, places + 2),
  ])
  const first = line.toSorted((a, b) => a.ahead! - b.ahead!).slice(0, leaving.length + 2)
  for (const person of told) {
    const { status } = await db().registration.findUniqueOrThrow({ where: { id: person.id } })
    const [kind, ...later] = await mailKindsTo(person)
    const comes = first.includes(person)
    expect(status).toBe(leaving.includes(person) ? 'cancelled' : comes ? 'confirmed' : person.status)
    expect(kind).toBe(person.status)
    if (leaving.includes(person)) expect(later.filter((word) => word === 'cancelled')).toHaveLength(1)
    else if (comes) expect(later).toContain('promoted')
    else if (person.status === 'waitlisted') expect(later).toEqual([])
  }
  expect((await takenOf(event)).filter(([, taken, size]) => size !== null && taken !== size)).toEqual([])
  await everyLetterOnce(event)
}

type Form = Record<string, string>
type Told = { id: string; status: string; ahead: number | null }

/** The same request to both processes at once, and once more; all three are told the same. */
async function registerThrough(sites: string[], event: MadeEvent, form: Form, at: number): Promise<Told> {
  const urls = sites.map((site) => `${site}/events/${event.slug}/register`)
  const [email, submissionId] = [`person-${at}-${event.id}@example.org`, newId()]
  const wishes: [string, string][] = [
    ['name', 'Ada Example'],
    ['presence', 'on_site'],
    ['photo', 'fine'],
    ['activities', 'walk'],
    ['nights', night],
  ]
  const hidden = Object.entries({ ...form, email, submissionId })
  const answers = await sendAgain(at % 2 ? urls : urls.toReversed(), {}, [...hidden, ...wishes])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  const stands = answers.map(({ location }) => {
    const answer = new URL(location, one).searchParams.get('answer')
    const { status, claims } = unsealAnswer(event.id, answer!)!
    return { status, ahead: claims.find(({ kind }) => kind === 'event')!.ahead }
  })
  expect(stands).toEqual([stands[0], stands[0], stands[0]])
  const rows = await db().registration.findMany({ where: { eventId: event.id, email } })
  expect(rows).toHaveLength(1)
  return { id: rows[0]!.id, ...stands[0]! }
}

async function cancelThrough(sites: string[], id: string): Promise<void> {
  const visitor = { cookie: attendeeCookie(derivedToken('manage', id, 1)) }
  const wanted = { words: 'Yes, cancel', controls: { registration: id } }
  const form = await findForm(`${sites[1]}/my`, visitor, wanted)
  const urls = sites.map((site) => `${site}/my`)
  const answers = await sendAgain(urls, visitor, Object.entries(form!))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
}

async function takenOf({ id: eventId }: MadeEvent) {
  const pools = await db().pool.findMany({ where: { eventId } })
  return pools.map(({ kind, taken, size }) => [kind, taken, size] as const).toSorted()
}

async function everyLetterOnce({ id: eventId }: MadeEvent): Promise<void> {
  const unsent = () => db().outboxMail.count({ where: { eventId, state: { not: 'sent' } } })
  await expect.poll(unsent, { timeout: 120_000 }).toBe(0)
  const promised = await db().outboxMail.groupBy({ by: ['toAddress'], where: { eventId }, _count: true })
  expect(promised).toHaveLength(people)
  for (const { toAddress, _count } of promised) {
    const mails = await mailsTo(toAddress)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length)
    expect(mails.length, `letters to ${toAddress}`).toBe(_count)
  }
}
