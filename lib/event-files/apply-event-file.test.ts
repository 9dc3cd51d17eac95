import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '@/lib/db/client'
import { findPublicEventRef } from '@/lib/events/queries'
import { anyEventFile } from '@/prisma/factories/event-files'
import { findMadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { stateOfWords } from '../mail/rules'
import { saveOwnWords } from '../mail/save-own-words'
import { applyEventFile } from './apply-event-file'
import { exportEventFile } from './export-event-file'
import { loadExampleEvent, tuesdayAfter } from './load-example-event'
import { parseEventFile } from './parse-event-file'
import type { EventFile } from './schema'

useTestDatabase()

const readFile = (name: string): EventFile => {
  const parsed = parseEventFile(readFileSync(`prisma/factories/event-files/${name}.yaml`, 'utf8'))
  if (!parsed.ok) throw new Error('unreadable')
  return parsed.file
}
let made = 0
const hackathon = (): EventFile => {
  made += 1
  return {
    ...readFile('scs-hackathon-4'),
    slug: `hackathon-${made}`,
    also_known_as: [`typed-${made}`],
    status: 'published',
  }
}
const exported = async (slug: string) => {
  const parsed = parseEventFile((await exportEventFile(slug)) ?? '')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}
const kinds = async (file: EventFile) =>
  (await applyEventFile(file)).plan.map(({ kind, path }) => `${kind} ${path}`)

describe('applying an event file', () => {
  it.each(['scs-hackathon-3', 'scs-hackathon-4'])(
    'creates %s as a draft, and twice means once',
    async (name) => {
      const file = readFile(name)
      expect(await kinds(file)).toEqual(['added '])
      expect(await kinds(file)).toEqual([])
      expect(await exported(name)).toEqual({ ...file, status: 'draft' })
      expect(await kinds(await exported(name))).toEqual([])
    },
  )

  it('leaves the words of mails to whoever saved them meanwhile, where it is about something else', async () => {
    const read = hackathon()
    const { eventId } = await applyEventFile(read)
    const key = { eventId, userId: newId(), role: 'owner' } as OrganizerKey
    const words = { en: { subject: 'Yes, you may come', opening: null } }
    expect((await saveOwnWords(key, 'confirmed', words, stateOfWords({}))).ok).toBe(true)
    const about = { eventId: eventId! }
    const part = { ...read, title: 'Another title' }
    const { plan } = await applyEventFile(part, { about, keepsMails: true })
    expect(plan.map(({ path }) => path)).toEqual(['title'])
    expect((await exported(read.slug)).mails).toEqual({ confirmed: { en: { subject: 'Yes, you may come' } } })
    await applyEventFile(part, { about })
    expect((await exported(read.slug)).mails).toEqual({})
  })

  it('publishes when told to, and leaves the status alone otherwise', async () => {
    const file = { ...hackathon(), status: undefined }
    await applyEventFile(file, { publish: true })
    expect(await kinds(file)).toEqual([])
    const { publishedAt } = await db().event.findUniqueOrThrow({ where: { slug: file.slug } })
    expect(publishedAt).not.toBeNull()
  })

  it('follows a rename by also_known_as, and every old name leads to the new one', async () => {
    const file = hackathon()
    const { eventId } = await applyEventFile(file)
    const renamed = { ...file, slug: `${file.slug}-moved`, also_known_as: [file.slug] }
    expect((await applyEventFile(renamed)).eventId).toBe(eventId)
    for (const old of [file.slug, ...file.also_known_as])
      expect(await findPublicEventRef(old)).toMatchObject({ id: eventId, movedTo: renamed.slug })
    expect(await kinds(renamed)).toEqual([])
  })

  it('refuses a name that leads to another event', async () => {
    const [one, other] = [hackathon(), hackathon()]
    await applyEventFile(one)
    await applyEventFile(other)
    expect(await kinds({ ...one, also_known_as: [other.slug] })).toContain('refused also_known_as')
  })

  it('changes nothing at all when it may not take away what somebody holds', async () => {
    const file = { ...hackathon(), capacity: { on_site: 2 } }
    const { eventId } = await applyEventFile(file)
    const event = await findMadeEvent(eventId!)
    await makeRegistration(event, { activities: [{ id: event.activities[0]!.id }] })
    const without = { ...file, title: 'Renamed', activities: [] }
    expect(await applyEventFile(without)).toMatchObject({
      plan: [
        { kind: 'changed' },
        { kind: 'refused', sentence: expect.stringContaining('1 registration holds it') },
      ],
    })
    expect((await exported(file.slug)).title).toBe(file.title)
  })

  it('takes away what nobody holds, with its places', async () => {
    const file = hackathon()
    const { eventId } = await applyEventFile(file)
    await applyEventFile({ ...file, activities: [], meals: [], hotels: [] })
    const pools = await db().pool.findMany({ where: { eventId: eventId! } })
    expect(pools.map(({ kind }) => kind).sort()).toEqual(['on_site', 'remote'])
  })

  it('evicts nobody by lowering a size and lets the next ones up by raising it', async () => {
    const file = {
      ...hackathon(),
      starts: '2030-04-16T09:30',
      ends: '2030-04-16T19:00',
      capacity: { on_site: 2 },
    }
    const { eventId } = await applyEventFile(file)
    const event = await findMadeEvent(eventId!)
    for (const status of ['confirmed', 'confirmed', 'waitlisted', 'waitlisted'] as const)
      await makeRegistration(event, { status })
    await applyEventFile({ ...file, capacity: { on_site: 1 } })
    expect(await counted(eventId!)).toEqual({ confirmed: 2, waitlisted: 2 })
    expect((await applyEventFile({ ...file, capacity: { on_site: 3 } })).promoted).toBe(1)
    expect(await counted(eventId!)).toEqual({ confirmed: 3, waitlisted: 1 })
  })

  it('makes one event of two files applied at once', async () => {
    const file = hackathon()
    const [one, other] = await Promise.all([applyEventFile(file), applyEventFile(file)])
    expect(one.eventId).toBe(other.eventId)
    expect([one.plan.length, other.plan.length].sort()).toEqual([0, 1])
  })

  it('writes history without any value a person typed', async () => {
    const file = hackathon()
    const { eventId } = await applyEventFile(file)
    await applyEventFile({ ...file, contacts: [{ role: 'host', email: 'secret@example.org' }] })
    const entries = await db().historyEntry.findMany({ where: { eventId }, orderBy: { at: 'asc' } })
    expect(entries.map(({ act }) => act)).toEqual(['created_from_file', 'applied_file'])
    expect(entries[1]?.facts).toEqual({ added: [], changed: ['contacts'], removed: [] })
  })

  it('loads the example, sixty days ahead on a Tuesday', async () => {
    await loadExampleEvent()
    const file = await exported('example-hackathon')
    expect(file.starts.slice(0, 10)).toBe(tuesdayAfter(new Date()))
    expect(tuesdayAfter(new Date('2026-11-21T12:00Z'))).toBe('2027-01-26')
    expect([file.status, file.capacity.on_site]).toEqual(['published', 60])
  })

  it('brings any event to any other and exports what was asked', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyEventFile(fc.constant('any-event')), async (drawn) => {
        const file = { ...drawn, status: drawn.status ?? 'draft', also_known_as: [] }
        expect((await applyEventFile(file)).plan.filter(({ kind }) => kind === 'refused')).toEqual([])
        expect(await exported('any-event')).toEqual(file)
      }),
      { numRuns: 1_000 },
    )
  })
})

async function counted(eventId: string) {
  const groups = await db().registration.groupBy({ by: ['status'], where: { eventId }, _count: true })
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]))
}
