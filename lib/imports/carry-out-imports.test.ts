import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { keyOf } from '@/prisma/factories/lines'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { eraseMe } from '../registrations/erase-me'
import { carryOutImports } from './carry-out-imports'
import { checkImport } from './check-import'
import { dropImport } from './drop-import'
import { importErasure } from './erase'
import { keepUpload } from './keep-upload'
import { findImport, listImportRows } from './queries'
import { readTable } from './read-table'
import { importChoices } from './schema'
import { startImport } from './start-import'

useTestDatabase()

const list = `Name,E-Mail,Diet,Code of conduct
Ada Example,Ada@example.org,Vegan,yes
Bo Sample,bo@example.org,,
Ada Again,ADA@example.org,,
,nobody@example.org,,
Cy Specimen,cy at example,,
Known Person,known@example.org,Halal,`

test('a dry run says of each row what would become of it and registers nobody; then they are in, each once', async () => {
  const { event, key } = await makeDesk({ codeOfConductUrl: 'https://example.org/conduct' })
  await makeRegistration(event, { email: 'known@example.org', name: 'Kim Known' })
  const id = await bring(key, list)
  expect(await check(key, id)).toEqual({ ok: true, value: null })
  const report = await fatesOf(key, id)
  expect(report).toEqual([
    [2, 'new', 'Ada Example', {}],
    [3, 'new', 'Bo Sample', {}],
    [4, 'repeated', 'Ada Again', {}],
    [5, 'wrong', null, { name: 'missing' }],
    [6, 'wrong', 'Cy Specimen', { email: 'not_an_email' }],
    [7, 'known', 'Known Person', {}],
  ])
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(1)
  expect(await startImport(key, id)).toEqual({ ok: true, value: { isNew: true } })
  expect(await startImport(key, id)).toEqual({ ok: true, value: { isNew: false } })
  await carryOutImports()
  const people = await db().registration.findMany({
    where: { eventId: event.id, source: 'import' },
    orderBy: { name: 'asc' },
    include: { consents: true },
  })
  expect(people).toMatchObject([
    {
      name: 'Ada Example',
      status: 'confirmed',
      photo: 'not_asked',
      diet: ['vegan'],
      language: 'de',
      isListed: false,
    },
    { name: 'Bo Sample', status: 'confirmed', photo: 'not_asked' },
  ])
  const conduct = people.map(
    ({ consents }) => consents.find(({ kind }) => kind === 'code_of_conduct')!.isGiven,
  )
  expect(conduct).toEqual([true, false])
  expect((await fatesOf(key, id)).map(([, fate, name]) => [fate, name])).toEqual([
    ['added', 'Ada Example'],
    ['added', 'Bo Sample'],
    ['repeated', 'Ada Again'],
    ['wrong', null],
    ['wrong', 'Cy Specimen'],
    ['skipped', 'Kim Known'],
  ])
  const acts = await db().historyEntry.findMany({
    where: { eventId: event.id, act: { startsWith: 'imported' } },
  })
  expect(acts.map(({ act, actorId, facts }) => [act, actorId === key.userId, facts]).toSorted()).toEqual(
    [
      ['imported', true, { consents: 'on_paper', isTold: false }],
      ['imported', true, { consents: 'not_given', isTold: false }],
      ['imported_people', true, { format: 'csv', added: 2, updated: 0, skipped: 2, refused: 2 }],
    ].toSorted(),
  )
  expect(await mailsOf(event)).toEqual([])
  const kept = await db().importRow.findMany({ where: { importId: id, fate: { in: ['added', 'skipped'] } } })
  expect(kept.map(({ cells }) => cells)).toEqual([[], [], []])
  expect(await check(key, id)).toEqual({ ok: false, refusal: 'begun_already' })
})

test('with mails, and who is known is updated with what the row says; what it does not say stays', async () => {
  const { event, key } = await makeDesk()
  const kim = await makeRegistration(event, {
    email: 'known@example.org',
    name: 'Kim',
    organization: 'Acme',
    photo: 'no_camera',
  })
  const id = await bring(key, list)
  await check(key, id, { known: 'update', isTold: true })
  await startImport(key, id)
  await carryOutImports()
  expect(await db().registration.findUniqueOrThrow({ where: { id: kim.id } })).toMatchObject({
    name: 'Known Person',
    diet: ['halal'],
    organization: 'Acme',
    photo: 'no_camera',
    source: 'form',
  })
  expect(await mailsOf(event)).toEqual(['changed', 'confirmed', 'confirmed'])
  expect((await findImport(key, id))!.counts).toMatchObject({ added: 2, updated: 1, wrong: 2, repeated: 1 })
})

test('a dry run says which row cannot update who is known, and skipping them asks for nothing', async () => {
  const { event, key } = await makeDesk()
  for (const name of ['kim', 'lin', 'max']) await makeRegistration(event, { email: `${name}@example.org` })
  const rows = 'name,email,diet,listed\nKim,kim@example.org,stones,\nLin,lin@example.org,,perhaps'
  const id = await bring(key, `${rows}\n,max@example.org,vegan,yes`)
  await check(key, id, { known: 'update' })
  expect((await fatesOf(key, id)).map(([, fate, , problems]) => [fate, problems])).toEqual([
    ['wrong', { diet: 'not_offered' }],
    ['wrong', { listed: 'not_offered' }],
    ['known', {}],
  ])
  await check(key, id)
  expect((await findImport(key, id))!.counts).toMatchObject({ known: 3, wrong: 0 })
})

test('a full event puts them in line, and with a reason beyond; without a line they are refused', async () => {
  const { event, key } = await makeDesk({ onSite: 1 })
  const two = 'name,email\nAda,ada@example.org\nBo,bo@example.org'
  await run(key, await bring(key, two))
  expect(await statusesOf(event)).toEqual({ Ada: 'confirmed', Bo: 'waitlisted' })
  const third = await bring(key, 'name,email\nCy,cy@example.org')
  expect(await check(key, third, { isForced: true })).toEqual({ ok: false, refusal: 'reason_missing' })
  await run(key, third, { isForced: true, reason: 'Speakers.' })
  expect(await statusesOf(event)).toEqual({ Ada: 'confirmed', Bo: 'waitlisted', Cy: 'confirmed' })
  const { taken, ceiling } = await db().pool.findUniqueOrThrow({ where: { id: event.onSite.id } })
  expect([taken, ceiling]).toEqual([2, 2])
  const off = await makeDesk({ onSite: 1, waiting: 'off' })
  const id = await bring(off.key, two)
  await run(off.key, id)
  expect((await fatesOf(off.key, id)).map(([, fate, , problems]) => [fate, problems])).toEqual([
    ['added', {}],
    ['refused', { row: 'event_full' }],
  ])
})

test('what the event does not offer is a problem of its row; what it asks and a list cannot know is not', async () => {
  const { key } = await makeDesk({ isRemoteOffered: false, isLegalNameRequired: true })
  const id = await bring(
    key,
    'name,email,presence,legal name\nAda,ada@example.org,online,\nBo,bo@example.org,,\nCy,cy@example.org,,Cyrus',
  )
  await check(key, id)
  expect((await fatesOf(key, id)).map(([, fate, , problems]) => [fate, problems])).toEqual([
    ['wrong', { presence: 'not_offered' }],
    ['wrong', { legalName: 'missing' }],
    ['new', {}],
  ])
})

test('the same upload twice is one, at once too; two who run it and one that is cut off make nobody twice', async () => {
  const { event, key } = await makeDesk()
  const many = ['name,email', ...Array.from({ length: 45 }, (_, at) => `P${at},p${at}@example.org`)].join(
    '\n',
  )
  const id = newId()
  await Promise.all([bring(key, many, id), bring(key, many, id)])
  expect(await db().importRow.count({ where: { importId: id } })).toBe(45)
  await check(key, id, { isTold: true })
  await startImport(key, id)
  await sql().query(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.row = 9 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$`)
  await sql().query(
    'CREATE TRIGGER cut_off BEFORE UPDATE ON import_row FOR EACH ROW EXECUTE FUNCTION cut_off()',
  )
  await expect(carryOutImports()).rejects.toThrow()
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(0)
  await sql().query('DROP TRIGGER cut_off ON import_row')
  while ((await findImport(key, id))!.state !== 'done')
    await Promise.all([carryOutImports(), carryOutImports()])
  expect(await db().registration.count({ where: { eventId: event.id } })).toBe(45)
  expect(await mailsOf(event)).toHaveLength(45)
  expect(await db().historyEntry.count({ where: { subjectId: id } })).toBe(1)
})

test('whoever has themselves erased while a list waits is not brought back by it', async () => {
  const { event, key } = await makeDesk()
  const ada = await makeRegistration(event, { email: 'ada@example.org' })
  const id = await bring(key, 'name,email\nAda,ADA@example.org\nBo,bo@example.org')
  await check(key, id)
  await eraseMe(keyOf(ada))
  await startImport(key, id)
  await carryOutImports()
  expect((await fatesOf(key, id)).map(([, fate, name]) => [fate, name])).toEqual([['added', 'Bo']])
})

test('nothing of another event; who lost the right imports nothing; rows go after seven days', async () => {
  const { event, key } = await makeDesk()
  const other = await makeDesk()
  const id = await bring(key, 'name,email\nAda,ada@example.org')
  expect(await findImport(other.key, id)).toBeNull()
  expect(await check(other.key, id)).toEqual({ ok: false, refusal: 'unknown_import' })
  await check(key, id)
  expect(await startImport(other.key, id)).toEqual({ ok: false, refusal: 'unknown_import' })
  expect(await dropImport(other.key, id)).toEqual({ ok: false, refusal: 'unknown_import' })
  await startImport(key, id)
  await db().teamMember.deleteMany({ where: { userId: key.userId } })
  await carryOutImports()
  expect(await statusesOf(event)).toEqual({})
  expect((await fatesOf(key, id))[0]!.slice(1)).toEqual(['refused', 'Ada', { row: 'not_allowed' }])
  const waiting = await bring(key, 'name,email\nBo,bo@example.org')
  vi.useFakeTimers({ now: Date.now() + 8 * 86_400_000, toFake: ['Date'] })
  await importErasure.erase()
  vi.useRealTimers()
  expect([await findImport(key, id), await findImport(key, waiting)]).toEqual([null, null])
  const dropped = await bring(key, 'name,email\nBo,bo@example.org')
  expect(await dropImport(key, dropped)).toEqual({ ok: true, value: null })
})

async function makeDesk(overrides: Parameters<typeof makeEvent>[0] = {}) {
  const event = await makeEvent(overrides)
  const { id: userId } = await makeUser({ roles: { [event.id]: 'organizer' } })
  return { event, key: { eventId: event.id, userId, role: 'organizer' } as OrganizerKey }
}

async function bring(key: OrganizerKey, csv: string, id = newId()): Promise<string> {
  const table = await readTable(new Uint8Array(Buffer.from(csv)))
  if (!table.ok) throw new Error(table.refusal)
  await keepUpload(key, id, table.value)
  return id
}

async function check(key: OrganizerKey, id: string, choices: object = {}) {
  const { mapping } = (await findImport(key, id)) ?? { mapping: ['name' as const, 'email' as const] }
  return await checkImport(key, id, { mapping, choices: importChoices.parse({ language: 'de', ...choices }) })
}

async function run(key: OrganizerKey, id: string, choices: object = {}) {
  expect(await check(key, id, choices)).toEqual({ ok: true, value: null })
  await startImport(key, id)
  await carryOutImports()
}

async function fatesOf(key: OrganizerKey, id: string) {
  const found = (await findImport(key, id))!
  const { rows } = await listImportRows(key, found, { after: 0 })
  return rows.map(({ row, fate, name, problems }) => [row, fate, name, problems])
}

async function statusesOf({ id: eventId }: MadeEvent) {
  const people = await db().registration.findMany({ where: { eventId } })
  return Object.fromEntries(people.map(({ name, status }) => [name, status]))
}

async function mailsOf({ id: eventId }: MadeEvent) {
  const mails = await db().outboxMail.findMany({ where: { eventId }, select: { kind: true } })
  return mails.map(({ kind }) => kind).toSorted()
}
