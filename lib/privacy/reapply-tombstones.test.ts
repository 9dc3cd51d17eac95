import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import { log } from '../log'
import { eraseMe } from '../registrations/erase-me'
import { withdrawConsent } from '../registrations/withdraw-consent'
import type { Tombstone } from '../tombstones/schema'
import { eraseDue } from './erase-due'
import { reapplyTombstones } from './reapply-tombstones'

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
