import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import { getEventFor } from '../events/queries'
import { keepNotices } from './keep-notices'
import { findPublicNotice, listPublicNoticeVersions } from './queries'

useTestDatabase()

const read = (eventId: string) => getEventFor({ eventId })

test('a notice is kept once, and again when it says something else; its version is that of consents from then on', async () => {
  const event = await makeEvent({ allergiesHint: '' })
  const { revision } = await read(event.id)
  expect(await keepNotices()).toBe(1)
  expect(await Promise.all([keepNotices(), keepNotices()])).toEqual([0, 0])
  await join(event, { listed: ['on'] })
  await db().event.update({ where: { id: event.id }, data: { allergiesHint: null } })
  expect(await keepNotices()).toBe(1)
  const later = await read(event.id)
  // Whoever edits the event just then is not sent away: their own change is all that raised it.
  expect([later.privacyVersion, later.revision]).toEqual([2, revision + 1])
  await join(event, { listed: ['on'] })
  const consents = await db().consent.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' } })
  expect(consents.map(({ textVersion }) => textVersion)).toEqual([1, 2])
  expect((await listPublicNoticeVersions(event)).map(({ version }) => version)).toEqual([2, 1])
})

test('an older version stays as it was, in both languages; there is no version that never was', async () => {
  const event = await makeEvent({ allergiesHint: '' })
  await keepNotices()
  await db().event.update({ where: { id: event.id }, data: { allergiesHint: null } })
  await keepNotices()
  const now = await read(event.id)
  const fields = async (version?: number) =>
    (await findPublicNotice(now, 'de', version))?.text.asked.map(({ field }) => field)
  expect(await fields(1)).toContain('Allergien')
  expect(await fields()).not.toContain('Allergien')
  expect((await findPublicNotice(now, 'de', 1))!.until).not.toBeNull()
  expect(await findPublicNotice(now, 'en', 3)).toBeNull()
})

test('words of the organizers are part of it; a draft says what it would be and keeps nothing', async () => {
  const draft = await makeEvent({ status: 'draft', privacyNoticeHtml: '<p>We also film.</p>' })
  await keepNotices()
  expect(await listPublicNoticeVersions(draft)).toEqual([])
  const notice = await findPublicNotice(await read(draft.id), 'en')
  expect(notice).toMatchObject({ version: 1, madeAt: null, text: { own: '<p>We also film.</p>' } })
})

test('dates are those of the event and its zone', async () => {
  const event = await makeEvent({
    timezone: 'America/New_York',
    startsAt: new Date('2027-10-30T13:00:00Z'),
    endsAt: new Date('2027-11-01T03:30:00Z'),
    allergiesHint: '',
  })
  const notice = await findPublicNotice(await read(event.id), 'en')
  const kept = notice!.text.asked.find(({ name }) => name === 'allergies')!.keep
  expect(kept).toBe('Erased on Sunday, 7 November 2027')
  expect(notice!.text.stays).toContain('Tuesday, 30 November 2027')
})
