import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import { eraseMe } from '../registrations/erase-me'
import { withdrawConsent } from '../registrations/withdraw-consent'
import { listPublicTombstones } from '../tombstones/queries'
import { eraseDue } from './erase-due'
import { reapplyTombstones } from './reapply-tombstones'

useTestDatabase()

test('a stone says that, when and which row, and nothing of a person', async () => {
  const event = await makeEvent({ allergiesHint: '' })
  const ada = await join(event, { allergies: ['nuts'], allergiesConsent: ['on'] })
  await withdrawConsent(ada, 'allergies')
  await eraseMe(ada)
  const stones = await listPublicTombstones()
  expect(stones.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['withdrawn_allergies', ada.registrationId],
    ['person', ada.registrationId],
  ])
  expect(Object.keys(stones[0]!).sort()).toEqual(['erasedAt', 'kind', 'subjectId'])
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
  expect(await reapplyTombstones(stones)).toBe(3)
  expect(await reapplyTombstones(stones)).toBe(0)
  const rows = await db().registration.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  expect(rows.map(({ name, cancelReason }) => [name, cancelReason])).toEqual([
    ['–', 'erased'],
    ['Ada Example', null],
  ])
  expect(await db().allergyNote.count({ where: { eventId: event.id } })).toBe(0)
  expect(await db().user.count({ where: { id: userId } })).toBe(0)
  expect((await listPublicTombstones()).filter(({ subjectId }) => subjectId === ada.id)).toHaveLength(1)
})

test('what an event forgot by its date is forgotten again, though the event is later now; who came since stays', async () => {
  const event = await makeEvent()
  await makeRegistration(event, { allergies: 'nuts' })
  vi.useFakeTimers({ now: event.endsAt.getTime() + 91 * 86_400_000, toFake: ['Date'] })
  await eraseDue()
  const stones = await listPublicTombstones()
  await db().event.update({ where: { id: event.id }, data: { endsAt: new Date('2040-04-16') } })
  const old = await makeRegistration(event, { registeredAt: new Date('2027-01-01') })
  vi.setSystemTime(Date.now() + 86_400_000)
  const fresh = await makeRegistration(event)
  await reapplyTombstones(stones)
  vi.useRealTimers()
  const rows = await db().registration.findMany({
    where: { id: { in: [old.id, fresh.id] } },
    orderBy: { id: 'asc' },
  })
  expect(rows.map(({ name }) => name).sort()).toEqual(['Ada Example', '–'].sort())
  expect(rows.find(({ id }) => id === old.id)!.anonymizedAt).not.toBeNull()
})
