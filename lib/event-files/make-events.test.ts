import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '@/lib/db/client'
import { findMadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import type { CreatorKey, OrganizerKey } from '../keys'
import { applyEventFile } from './apply-event-file'
import { createEvent } from './create-event'
import { duplicateEvent } from './duplicate-event'
import { exportEventFile } from './export-event-file'
import { parseEventFile } from './parse-event-file'
import { proposeEdition } from './propose-edition'
import type { EventFile, NewEdition, NewEvent } from './schema'

useTestDatabase()

let made = 0
const facts = (changes: Partial<NewEvent> = {}): NewEvent => {
  made += 1
  return {
    title: `Hack Day ${made}`,
    slug: '',
    timezone: 'Europe/Berlin',
    starts: '2031-04-16T09:30',
    ends: '2031-04-16T19:00',
    role: 'Organizers',
    email: 'team@example.org',
    ...changes,
  }
}
const creator = async () => {
  const user = await makeUser()
  return { userId: user.id } as CreatorKey
}
const exported = async (slug: string): Promise<EventFile> => {
  const parsed = parseEventFile((await exportEventFile(slug))!)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}

describe('making an event by hand', () => {
  it('makes a draft of five facts that belongs to whoever made it, and says so in history', async () => {
    const key = await creator()
    expect(await createEvent(key, facts({ title: 'Grüße & Führung' }), 'de')).toEqual({
      ok: true,
      slug: 'gruesse-fuehrung',
    })
    const event = await db().event.findUniqueOrThrow({ where: { slug: 'gruesse-fuehrung' } })
    expect([event.status, event.languages]).toEqual(['draft', ['de']])
    const team = await db().teamMember.findMany({ where: { eventId: event.id } })
    expect(team.map(({ userId, role }) => [userId, role])).toEqual([[key.userId, 'owner']])
    const history = await db().historyEntry.findMany({ where: { eventId: event.id } })
    expect(history.map(({ act, actorKind, actorId }) => [act, actorKind, actorId]).sort()).toEqual([
      ['created_event', 'user', key.userId],
      ['granted', 'user', key.userId],
    ])
  })

  it('touches no other event of that name, present or old', async () => {
    const [mine, theirs] = [await creator(), await creator()]
    await createEvent(theirs, facts({ slug: 'taken' }), 'en')
    await applyEventFile({ ...(await exported('taken')), slug: 'taken-now', also_known_as: ['taken'] })
    for (const slug of ['taken', 'taken-now'])
      expect(await createEvent(mine, facts({ slug }), 'en')).toEqual({ ok: false, refusal: 'slug_taken' })
    expect(await db().teamMember.count({ where: { userId: mine.userId } })).toBe(0)
  })

  it('makes one event where two people want one address at once', async () => {
    const keys = await Promise.all([creator(), creator()])
    const answers = await Promise.all(keys.map((key) => createEvent(key, facts({ slug: 'rush' }), 'en')))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await db().teamMember.count({ where: { event: { slug: 'rush' } } })).toBe(1)
  })

  it('says what is wrong in the language of the form', async () => {
    const wrong = facts({ timezone: 'CET', ends: '2031-04-16T08:00', slug: 'new' })
    const answer = await createEvent(await creator(), wrong, 'de')
    expect(answer.ok || answer.refusal === 'slug_taken' || answer.mistakes).toEqual([
      {
        path: ['slug'],
        sentence: '„new“ ist die Adresse des Formulars für neue Veranstaltungen; wähle eine andere',
      },
      { path: ['timezone'], sentence: 'ist keine IANA-Zeitzone wie Europe/Berlin' },
    ])
  })

  it('says that something is missing where nothing was typed', async () => {
    const nothing = { title: '', timezone: '', starts: '', ends: '', email: '' }
    const answer = await createEvent(await creator(), facts(nothing), 'de')
    const mistakes = answer.ok || answer.refusal === 'slug_taken' ? [] : answer.mistakes
    expect(mistakes.map(({ path, sentence }) => [path.join('.'), sentence])).toEqual(
      ['title', 'slug', 'timezone', 'starts', 'ends', 'contacts.0.email'].map((at) => [at, 'fehlt']),
    )
  })
})

describe('the next edition', () => {
  async function hackathon() {
    const text = readFileSync('prisma/factories/event-files/scs-hackathon-4.yaml', 'utf8')
    const parsed = parseEventFile(text)
    if (!parsed.ok) throw new Error('unreadable')
    made += 1
    const file = { ...parsed.file, slug: `hack-${made}-4`, also_known_as: [`hack-${made}-old`], edition: 4 }
    const topics = [{ title: 'Storage', lead: 'Ada Sample', outcome: 'A patch' }]
    const { eventId } = await applyEventFile({ ...file, topics }, { publish: true })
    return { eventId: eventId!, file }
  }

  it('moves every date together and takes nobody along', async () => {
    const { eventId, file } = await hackathon()
    await makeRegistration(await findMadeEvent(eventId), { name: 'Ada Sample' })
    const maker = await creator()
    const key = { eventId, userId: maker.userId, role: 'owner' } as OrganizerKey
    const input = { ...proposeEdition(file), starts: '2031-11-05' }
    expect(input).toMatchObject({ slug: `hack-${made}-5`, edition: 5 })
    expect(await duplicateEvent(key, maker, input, 'en')).toEqual({ ok: true, slug: input.slug })
    const copy = await exported(input.slug)
    const days = (from: string, to: string) =>
      (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000
    const moved = days(file.starts, copy.starts)
    expect([copy.starts.slice(0, 10), copy.status, copy.also_known_as]).toEqual(['2031-11-05', 'draft', []])
    expect(copy.activities.map(({ starts }, at) => days(file.activities[at]!.starts, starts))).toEqual(
      file.activities.map(() => moved),
    )
    const nightsOf = ({ hotels }: EventFile) =>
      hotels.flatMap(({ room_types }) => room_types.flatMap(({ nights }) => Object.keys(nights)))
    expect(nightsOf(copy).map((night, at) => days(nightsOf(file)[at]!, night))).toEqual(
      nightsOf(file).map(() => moved),
    )
    expect(copy.topics).toEqual([{ title: 'Storage' }])
    const { id } = await db().event.findUniqueOrThrow({ where: { slug: input.slug } })
    expect(await db().registration.count({ where: { eventId: id } })).toBe(0)
    expect(await duplicateEvent(key, maker, input, 'en')).toEqual({ ok: false, refusal: 'slug_taken' })
  })

  it('is refused in words for a day or a number that cannot be', async () => {
    const { eventId, file } = await hackathon()
    const maker = await creator()
    const key = { eventId, userId: maker.userId, role: 'owner' } as OrganizerKey
    const say = async (changes: Partial<NewEdition>) => {
      const answer = await duplicateEvent(key, maker, { ...proposeEdition(file), ...changes }, 'de')
      return answer.ok || answer.refusal === 'slug_taken' || answer.mistakes
    }
    expect(await say({ starts: '0000-01-01' })).toContainEqual({
      path: ['starts'],
      sentence: '„0000-01-01T09:30“ ist kein Datum mit Uhrzeit wie 2026-04-16T09:30',
    })
    expect(await say({ title: '', slug: '' })).toEqual([
      { path: ['title'], sentence: 'fehlt' },
      { path: ['slug'], sentence: 'fehlt' },
    ])
    expect(await say({ edition: Number('zwei') })).toEqual([
      { path: ['edition'], sentence: 'muss eine Zahl sein' },
    ])
  })

  it('has the address of its title where none is said', async () => {
    const { eventId, file } = await hackathon()
    const maker = await creator()
    const key = { eventId, userId: maker.userId, role: 'owner' } as OrganizerKey
    const input = { ...proposeEdition(file), title: `Größer ${made}`, slug: '' }
    expect(await duplicateEvent(key, maker, input, 'de')).toEqual({ ok: true, slug: `groesser-${made}` })
  })

  it('counts title and address up where they count, and adds the number where they do not', () => {
    const plain = { title: 'Summit', slug: 'summit', starts: '2031-04-16T09:30' } as EventFile
    expect(proposeEdition(plain)).toEqual({
      title: 'Summit 2',
      slug: 'summit-2',
      series: 'Summit',
      edition: 2,
      starts: '2032-04-14',
    })
    expect(
      proposeEdition({ ...plain, title: 'Summit #9 of 2031', slug: 'summit-9', edition: 9 }),
    ).toMatchObject({
      title: 'Summit #10 of 2031',
      slug: 'summit-10',
    })
  })
})
