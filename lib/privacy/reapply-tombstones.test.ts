import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { untilWaiting } from '@/e2e/support/until-waiting'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeHotelEvent, nights } from '@/prisma/factories/rooms'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import { log } from '../log'
import { eraseMe } from '../registrations/erase-me'
import { withdrawConsent } from '../registrations/withdraw-consent'
import { hashToken } from '../tokens'
import type { Tombstone } from '../tombstones/schema'
import { eraseDue } from './erase-due'
import { reapplyTombstones } from './reapply-tombstones'
import { eventErasureKinds } from './schema'

useTestDatabase()

test('a stone says that, when and which row, and nothing of a person', async () => {
  const event = await makeEvent({ allergiesHint: '' })
  const ada = await join(event, { allergies: ['nuts'], allergiesConsent: ['on'] })
  await withdrawConsent(ada, 'allergies')
  await eraseMe(ada)
  const stones = await db().tombstone.findMany({ orderBy: { erasedAt: 'asc' } })
  expect(stones.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['withdrawn_allergies', ada.registrationId],
    ['person', ada.registrationId],
  ])
  expect(Object.keys(stones[0]!).sort()).toEqual(['erasedAt', 'isPending', 'kind', 'subjectId'])
})

test('what a backup brings back goes again: who erased themselves, what was withdrawn, an account', async () => {
  const event = await makeEvent()
  const [ada, bo] = [await makeRegistration(event), await makeRegistration(event, { allergies: 'nuts' })]
  const { id: userId } = await makeUser()
  const erasedAt = new Date(Date.now() + 1000)
  const stones = [
    { kind: 'person', subjectId: ada.id, erasedAt },
    { kind: 'withdrawn_allergies', subjectId: bo.id, erasedAt },
    { kind: 'account', subjectId: userId, erasedAt },
    { kind: 'person', subjectId: newId(), erasedAt },
    { kind: 'allergies', subjectId: newId(), erasedAt },
  ]
  await restoreWith(stones)
  expect(await reapplyTombstones()).toEqual({ found: 3, failed: 0 })
  await restoreWith(stones)
  expect(await reapplyTombstones()).toEqual({ found: 0, failed: 0 })
  expect(await db().tombstone.count({ where: { isPending: true } })).toBe(0)
  const rows = await db().registration.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  expect(rows.map(({ name, cancelReason }) => [name, cancelReason])).toEqual([
    ['–', 'erased'],
    ['Ada Example', null],
  ])
  expect(await db().allergyNote.count({ where: { eventId: event.id } })).toBe(0)
  expect(await db().user.count({ where: { id: userId } })).toBe(0)
  expect(await db().tombstone.count({ where: { subjectId: ada.id } })).toBe(1)
})

test('what an event forgot by its date is forgotten again, though the event is later now; who came since stays', async () => {
  const event = await makeEvent()
  await makeRegistration(event, { allergies: 'nuts' })
  vi.useFakeTimers({ now: event.endsAt.getTime() + 91 * 86_400_000, toFake: ['Date'] })
  await eraseDue()
  await db().event.update({ where: { id: event.id }, data: { endsAt: new Date('2040-04-16') } })
  const old = await makeRegistration(event, { registeredAt: new Date('2027-01-01') })
  vi.setSystemTime(Date.now() + 86_400_000)
  const fresh = await makeRegistration(event)
  // Twice, as after a restore of a restore: its own moment must not reach those who came since.
  for (let time = 0; time < 2; time++) {
    await restoreWith([])
    await reapplyTombstones()
  }
  vi.useRealTimers()
  const rows = await db().registration.findMany({
    where: { id: { in: [old.id, fresh.id] } },
    orderBy: { id: 'asc' },
  })
  expect(rows.map(({ name }) => name).sort()).toEqual(['Ada Example', '–'].sort())
  expect(rows.find(({ id }) => id === old.id)!.anonymizedAt).not.toBeNull()
})

test('of an event that is later now goes what it kept before, not what it was told and keeps since', async () => {
  const stone = new Date(Date.now() - 3_600_000)
  const [before, since] = [new Date(stone.getTime() - 1000), new Date(stone.getTime() + 1000)]
  const event = await makeHotelEvent(3, {}, { isLegalNameRequired: true })
  const { id: userId } = await makeUser({ roles: { [event.id]: 'owner' } })
  const about = { eventId: event.id }
  const told = { registeredAt: before, legalName: 'Ada Legal', accessibility: 'ramp' }
  const [old, again] = [await makeRegistration(event, told), await makeRegistration(event, told)]
  for (const [at, { id }] of [
    [before, old],
    [since, again],
  ] as const) {
    const facts = { fields: ['legalName', 'accessibility'] }
    const line = { ...about, actorKind: 'attendee', act: 'changed', subject: 'registration' } as const
    await db().historyEntry.create({ data: { ...line, id: newId(), subjectId: id, at, facts } })
    const link = { ...about, id: newId(), addressHash: hashToken(id), hash: hashToken(id) }
    await db().mailOptOut.create({ data: { ...link, optedOutAt: at } })
    const view = { ...about, id: newId(), userId, isShared: true, query: '', columns: [] }
    await db().attendeeView.create({ data: { ...view, name: id, createdAt: at } })
    const gone = { status: 'cancelled', registeredAt: before, cancelledAt: at } as const
    await makeRegistration(event, { ...gone, name: at === since ? 'Left since' : 'Left before' })
    const stay = { roomTypeId: event.hotels[0]!.roomTypes[0]!.id, nights }
    const sleeper = await makeRegistration(event, { registeredAt: before, stay })
    await db().claim.updateMany({
      where: { registrationId: sleeper.id, kind: 'stay' },
      data: { queuedAt: at },
    })
  }
  await db().attendeeColumns.create({ data: { ...about, userId, columns: ['name'] } })
  await db().teamDiet.create({ data: { ...about, userId, diet: ['vegan'] } })
  const kinds = eventErasureKinds.filter((kind) => kind !== 'people')
  await restoreWith(kinds.map((kind) => ({ kind, subjectId: event.id, erasedAt: stone })))
  expect((await reapplyTombstones()).failed).toBe(0)
  const where = about
  expect((await db().mailOptOut.findMany({ where })).map((row) => row.hash)).toEqual([hashToken(again.id)])
  expect((await db().attendeeView.findMany({ where })).map(({ name }) => name)).toEqual([again.id])
  const kept = await db().registration.findMany({ where: { ...where, accessibility: { not: null } } })
  expect(kept.map(({ id, legalName }) => [id, legalName])).toEqual([[again.id, 'Ada Legal']])
  const left = await db().registration.findMany({ where: { ...where, status: 'cancelled' } })
  expect(left.map(({ name }) => name).sort()).toEqual(['Left since', '–'])
  expect(await db().stay.count({ where })).toBe(1)
  expect(await db().attendeeColumns.count({ where })).toBe(1)
  expect(await db().teamDiet.count({ where })).toBe(1)
})

test('two processes take turns: what fails in one is not settled by the other, who finds it under way', async () => {
  const event = await makeEvent()
  const eventId = event.id
  await makeRegistration(event, { allergies: 'nuts' })
  const stone = { kind: 'allergies', subjectId: eventId, erasedAt: new Date(Date.now() + 1000) }
  await restoreWith([stone])
  await db().$executeRawUnsafe(`DO $do$ BEGIN
    CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_xact_lock(4711); RAISE 'struck down'; END $$;
    CREATE TRIGGER fail_late BEFORE DELETE ON allergy_note FOR EACH ROW EXECUTE FUNCTION fail_late(); END $do$`)
  const said = vi.spyOn(log, 'error').mockReturnValue(undefined)
  const both = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4711)`
    const first = reapplyTombstones()
    await untilWaiting(1)
    const second = reapplyTombstones()
    await untilWaiting(2)
    return { ways: Promise.all([first, second]) }
  })
  expect(await both.ways).toEqual([
    { found: 0, failed: 1 },
    { found: 0, failed: 1 },
  ])
  said.mockRestore()
  await db().$executeRawUnsafe('DROP FUNCTION fail_late CASCADE')
  expect(await reapplyTombstones()).toEqual({ found: 1, failed: 0 })
  expect(await db().allergyNote.count({ where: { eventId } })).toBe(0)
})

test('one that fails keeps no other from going, stays marked, is said, and tried again until it goes', async () => {
  const event = await makeEvent()
  const [ada, bo] = [await makeRegistration(event), await makeRegistration(event)]
  const erasedAt = new Date()
  await restoreWith([ada, bo].map(({ id }) => ({ kind: 'person', subjectId: id, erasedAt })))
  await db().$executeRawUnsafe(`DO $do$ BEGIN
    CREATE FUNCTION keep_ada() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$;
    EXECUTE 'CREATE TRIGGER keep_ada BEFORE UPDATE ON registration FOR EACH ROW
      WHEN (OLD.id = ''${ada.id}'' AND NEW.anonymized_at IS NOT NULL) EXECUTE FUNCTION keep_ada()'; END $do$`)
  const said = vi.spyOn(log, 'error').mockReturnValue(undefined)
  expect(await reapplyTombstones()).toEqual({ found: 1, failed: 1 })
  expect(said.mock.calls).toEqual([
    [expect.objectContaining({ kind: 'person', subjectId: ada.id }), expect.stringContaining('erased again')],
  ])
  await expect(eraseDue()).rejects.toThrow('1 times, what a backup brought back stayed.')
  said.mockRestore()
  expect(await names()).toEqual([ada.id])
  await db().$executeRawUnsafe('DROP FUNCTION keep_ada CASCADE')
  await eraseDue()
  expect(await names()).toEqual([])

  async function names() {
    const where = { eventId: event.id, anonymizedAt: null }
    return (await db().registration.findMany({ where })).map(({ id }) => id)
  }
})

/** What a restore leaves behind: everything that was erased waits to be erased again. */
async function restoreWith(stones: Tombstone[]) {
  await db().tombstone.createMany({ data: stones, skipDuplicates: true })
  await db().tombstone.updateMany({ data: { isPending: true } })
}
