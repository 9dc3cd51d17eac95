import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeHotelEvent, makeSleeper } from '@/prisma/factories/rooms'
import { figuresOf, leaveTraces, type Traces } from '@/prisma/factories/traces'
import { db, sql } from '../db/client'
import type { OrganizerKey } from '../keys'
import { pairRoommates } from '../registrations/pair-roommates'
import { countDue } from './count-due'
import { eraseDue } from './erase-due'
import { register } from './fields'
import { listNextErasures } from './queries'

useTestDatabase()

const word = 'zqcanary'
let traces: Traces

beforeAll(async () => {
  traces = await leaveTraces(word)
}, 60_000)
afterEach(() => void vi.useRealTimers())

/** Columns of the register whose words are ours and not theirs: they may stay, or the database takes no other. */
const ours = [
  ...[
    'outbox_mail.kind',
    'outbox_mail.language',
    'registration.language',
    'consent.kind',
    'consent.language',
  ],
  ...['check_in_fact.reason', 'history_entry.act', 'history_entry.actor_kind', 'history_entry.subject'],
  ...['history_entry.actor_id', 'history_entry.subject_id', 'team_invitation.language'],
  ...['mail_opt_out.address_hash', 'mail_opt_out.hash', 'passkey_challenge.purpose'],
  ...['attendee_view.columns', 'attendee_columns.columns', 'bulk_act_person.refusal'],
]

test('nobody can be found again once everything is due: every text about people was written to, and is gone', async () => {
  const written = await columnsWith(word)
  const wanted = await textColumns()
  expect(
    wanted.filter((column) => !written.includes(column) && !ours.includes(column)),
    'leave a row in prisma/factories/traces.ts, so that it is seen to go',
  ).toEqual([])

  const before = await figuresOf(traces.event.id)
  await jumpTo(8)
  await eraseDue()
  const health = ['allergy_note.text', 'registration.accessibility', 'registration.legal_name']
  expect((await columnsWith(word)).filter((column) => health.includes(column))).toEqual([])
  expect(await columnsWith(word)).toEqual(expect.arrayContaining(['registration.name', 'stay.roommate']))

  await jumpTo(31)
  await eraseDue()
  const soon = await columnsWith(word)
  expect(
    soon.filter((column) => /^(stay|room_share)\.|^outbox_mail\.facts|^group_mail\.texts/.test(column)),
  ).toEqual([])
  expect(soon).toEqual(expect.arrayContaining(['registration.name', 'attendee_note.text', 'answer.value']))
  expect(await figuresOf(traces.event.id)).toEqual(before)

  await jumpTo(91)
  await eraseDue()
  const late = (await columnsWith(word)).map((column) => column.split('.')[0])
  expect([...new Set(late)].sort()).toEqual([
    ...['handout', 'passkey', 'provider_account', 'recovery_code', 'totp_factor', 'user_account'],
  ])
  expect(await figuresOf(traces.event.id)).toEqual(before)

  await jumpTo(366)
  await eraseDue()
  expect(await columnsWith(word)).toEqual([])
  expect(await figuresOf(traces.event.id)).toEqual(before)
  expect(await eraseDue()).toEqual([])
  const live = await db().event.findUniqueOrThrow({ where: { id: traces.event.id } })
  expect(live.contacts).toEqual(traces.event.contacts)
  expect((await listNextErasures(traces.key)).map(({ kind }) => kind)).toEqual(['history'])
}, 120_000)

test('what is shown beforehand is what goes, on the day that was said, where the event is', async () => {
  const event = await makeEvent({
    timezone: 'America/New_York',
    startsAt: new Date('2027-10-30T13:00:00Z'),
    endsAt: new Date('2027-11-01T03:30:00Z'),
  })
  const key = { eventId: event.id } as OrganizerKey
  await makeRegistration(event, { allergies: 'peanuts' })
  // The last day is 31 October in New York, and clocks there go back on 7 November.
  expect(await listNextErasures(key)).toEqual([
    { event: ref(event), kind: 'allergies', on: '2027-11-07', count: 1 },
    { event: ref(event), kind: 'people', on: '2028-01-29', count: 1 },
  ])
  const notes = () => db().allergyNote.count({ where: { eventId: event.id } })
  vi.useFakeTimers({ now: new Date('2027-11-07T03:59:59Z'), toFake: ['Date'] })
  await eraseDue()
  expect(await notes()).toBe(1)
  vi.setSystemTime(new Date('2027-11-07T04:00:00Z'))
  expect(await countDue()).toEqual([{ slug: event.slug, kind: 'allergies', count: 1 }])
  expect(await notes()).toBe(1)
  expect(await eraseDue()).toEqual([{ slug: event.slug, kind: 'allergies', count: 1 }])
  expect(await countDue()).toEqual([])
  expect(await notes()).toBe(0)
})

test('after a long pause everything goes at once; two processes count nobody twice', async () => {
  const event = await makeEvent()
  for (let at = 0; at < 130; at++) await makeRegistration(event, { diet: ['vegan'] })
  const before = await figuresOf(event.id)
  vi.useFakeTimers({ now: event.endsAt.getTime() + 200 * day, toFake: ['Date'] })
  const both = await Promise.all([eraseDue(), eraseDue()])
  const people = both.flat().filter(({ kind }) => kind === 'people')
  expect(people.reduce((sum, { count }) => sum + count, 0)).toBe(130)
  expect(await figuresOf(event.id)).toEqual(before)
  const lines = await db().historyEntry.findMany({ where: { eventId: event.id, act: 'erased_by_date' } })
  expect(lines.reduce((sum, { facts }) => sum + (facts as { count: number }).count, 0)).toBe(130)
  expect(await db().tombstone.count({ where: { subjectId: event.id } })).toBe(1)
})

test('two who shared a room are counted as two, once, and nobody knows which two', async () => {
  const event = await makeHotelEvent(2)
  const host = await makeSleeper(event, { name: 'Ada One', roommate: 'Bo Two' })
  const guest = await makeSleeper(event, { name: 'Bo Two', roommate: 'Ada One' })
  await pairRoommates()
  const before = await figuresOf(event.id)
  expect(Object.values(before.guests)).toEqual([{ held: 2, confirmed: 0 }])
  vi.useFakeTimers({ now: event.endsAt.getTime() + 31 * day, toFake: ['Date'] })
  await Promise.all([eraseDue(), eraseDue()])
  expect(await figuresOf(event.id)).toEqual(before)
  const people = { in: [host.id, guest.id] }
  expect(await db().stay.count({ where: { registrationId: people } })).toBe(0)
  expect(await db().claim.count({ where: { registrationId: people, kind: 'stay' } })).toBe(0)
  expect(await db().stayFigure.findMany({ where: { eventId: event.id }, select: { people: true } })).toEqual([
    { people: 1 },
    { people: 1 },
  ])
})

test('who was not there in the end goes earlier, and an address that nobody confirmed goes before the event', async () => {
  const event = await makeEvent()
  const lapsed = await makeRegistration(event, {
    ...{ status: 'cancelled', cancelReason: 'expired', unverifiedUntil: new Date() },
  })
  const [cancelled, here] = [
    await makeRegistration(event, { status: 'cancelled' }),
    await makeRegistration(event),
  ]
  const anonymous = async () => {
    const rows = await db().registration.findMany({
      where: { eventId: event.id, anonymizedAt: { not: null } },
      orderBy: { id: 'asc' },
    })
    return rows.map(({ id }) => id)
  }
  vi.useFakeTimers({ now: Date.now() + 8 * day, toFake: ['Date'] })
  await eraseDue()
  expect(await anonymous()).toEqual([lapsed.id])
  vi.setSystemTime(event.endsAt.getTime() + 31 * day)
  await eraseDue()
  expect(await anonymous()).toEqual([lapsed.id, cancelled.id])
  vi.setSystemTime(event.endsAt.getTime() + 91 * day)
  await eraseDue()
  const rows = await db().registration.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  expect(rows.map(({ id, name, email, status }) => [id, name, email, status])).toEqual([
    [lapsed.id, '–', '', 'cancelled'],
    [cancelled.id, '–', '', 'cancelled'],
    [here.id, '–', '', 'confirmed'],
  ])
  expect(rows.map(({ code }) => code)).not.toContain(here.code)
})

test('nothing can be written to a count any more, whoever tries', async () => {
  const event = await makeEvent()
  const { id } = await makeRegistration(event)
  vi.useFakeTimers({ now: event.endsAt.getTime() + 91 * day, toFake: ['Date'] })
  await eraseDue()
  await expect(db().registration.update({ where: { id }, data: { name: 'Ada' } })).rejects.toThrow(
    'registration_anonymous',
  )
})

const day = 86_400_000
const ref = ({ id, slug, title }: MadeEvent) => ({ id, slug, title })

async function jumpTo(days: number) {
  vi.useFakeTimers({ now: traces.event.endsAt.getTime() + days * day, toFake: ['Date'] })
}

/** Text that the register knows of and that does not stay with the page or the house. */
async function textColumns(): Promise<string[]> {
  const kept = Object.values(register).filter(({ keep }) => !['page', 'installation', 'hours'].includes(keep))
  const named = kept.flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([table, names]) => names.split(/\s+/).map((name) => `${table}.${name}`)),
  )
  const { rows } = await sql().query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND (data_type IN ('text', 'jsonb', 'character varying') OR udt_name = '_text')`,
  )
  return rows.map(({ name }) => name).filter((name) => named.includes(name))
}

/** Every column of every table that says a word anywhere, read as text. */
async function columnsWith(said: string): Promise<string[]> {
  const { rows } = await sql().query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1, 2`,
  )
  const found: string[] = []
  for (const { table, column } of rows) {
    const { rowCount } = await sql().query(
      `SELECT 1 FROM "${table}" WHERE "${column}"::text ILIKE '%' || $1 || '%' LIMIT 1`,
      [said],
    )
    if (rowCount) found.push(`${table}.${column}`)
  }
  return found
}
