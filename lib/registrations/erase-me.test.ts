import { describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { standingOf } from '@/prisma/factories/lines'
import { join, ownForm, saveForm, takenOf } from '@/prisma/factories/own-forms'
import { figuresOf } from '@/prisma/factories/traces'
import { recordScans } from '../check-in/record-scans'
import { db, sql } from '../db/client'
import { newId } from '../ids'
import type { CheckInKey } from '../keys'
import { cancelMine } from './cancel'
import { eraseMe } from './erase-me'
import { requestEmailChange } from './request-email-change'
import { setPhotoPreference } from './set-photo-preference'
import { transferPlace } from './transfer-place'
import { withdrawConsent } from './withdraw-consent'

useTestDatabase()

const nights = ['2027-04-15']
const parts = {
  ...{ onSite: 1, isLegalNameRequired: true, isTransferAllowed: true, allergiesHint: '' },
  meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'chili', name: 'Chili' }] }],
  hotels: [
    {
      key: 'ibis',
      name: 'ibis',
      roomTypes: [{ key: 'double', name: 'Double', beds: 2, nights: { '2027-04-15': 1 } }],
    },
  ],
}

/** Somebody who left the same strange word wherever a person can leave one. */
async function makeTraces(canary: string) {
  const event = await makeEvent(parts)
  await db().question.create({
    data: {
      ...{ id: newId(), eventId: event.id, key: 'shirt', labels: { en: 'Shirt' }, type: 'text' },
      ...{ options: [], position: 0 },
    },
  })
  const ada = await join(event, {
    ...{ name: [`${canary} name`], email: [`${canary}@example.org`], organization: [`${canary} org`] },
    ...{ legalName: [`${canary} legal`], 'meal.lunch': ['chili'], nights, roommate: [`${canary} mate`] },
    ...{ allergies: [`${canary} nuts`], allergiesConsent: ['on'], accessibility: [`${canary} ramp`] },
    ...{ 'answer.shirt': [`${canary} answer`], listed: ['on'] },
  })
  await saveForm(ada, { ...(await ownForm(ada)), name: [`${canary} other`] })
  await requestEmailChange(ada, `${canary}-new@example.org`)
  await transferPlace(ada, `${canary}-friend@example.org`)
  await db().outboxMail.create({
    data: {
      ...{ id: newId(), eventId: event.id, kind: 'invitation', language: 'en' },
      ...{
        toName: `${canary} guest`,
        toAddress: `${canary}@Example.org`,
        facts: { name: `${canary} guest` },
      },
    },
  })
  await setPhotoPreference(
    { eventId: event.id, userId: newId(), tokenId: null } as CheckInKey,
    ada.registrationId,
    'no_camera',
  )
  return { event, ada }
}

test('erased means gone from every table, with the press: nothing of a person can be found again', async () => {
  const canary = `zq${newId().slice(-8)}`
  const { event, ada } = await makeTraces(canary)
  const { code } = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
  const next = await join(event, { legalName: ['Bo'] })
  expect((await tablesWith(canary)).sort()).toEqual([
    ...['allergy_note', 'answer', 'outbox_mail', 'registration', 'registration_token', 'stay'],
  ])
  expect(await eraseMe(ada)).toEqual({ ok: true, value: null })
  expect(await tablesWith(canary)).toEqual([])
  expect(await tablesWith(code)).toEqual([])
  expect(await takenOf(event)).toEqual({ on_site: 1, remote: 0, night: 0, option: 0 })
  expect(await standingOf({ id: next.registrationId })).toMatchObject({ status: 'confirmed' })
})

test('that somebody was there stays, history keeps no value, the link is dead and the door knows nobody', async () => {
  const { event, ada } = await makeTraces(`zq${newId().slice(-8)}`)
  const before = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
  await eraseMe(ada)
  const after = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
  expect(after).toMatchObject({ status: 'cancelled', cancelReason: 'erased', presence: 'on_site' })
  expect(after.registeredAt).toEqual(before.registeredAt)
  expect(after.manageTokenHash).not.toBe(before.manageTokenHash)
  const lines = await db().historyEntry.findMany({ where: { subjectId: ada.registrationId } })
  expect(lines.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['registered', 'changed', 'photo_preference_set', 'cancelled', 'erased']),
  )
  const facts = lines.filter(({ act }) => act !== 'cancelled').map((line) => line.facts)
  expect(facts).toEqual(facts.map(() => ({})))
  await expect(db().historyEntry.deleteMany({ where: { subjectId: ada.registrationId } })).rejects.toThrow()
  expect(await db().outboxMail.count({ where: { registrationId: ada.registrationId } })).toBe(0)
  const scan = { id: newId(), code: before.code, kind: 'arrive', at: new Date() } as const
  const again = { id: newId(), registrationId: before.id, kind: 'arrive', at: new Date() } as const
  const door = { eventId: event.id, userId: newId(), tokenId: null } as CheckInKey
  const answers = await recordScans(door, { device: 'desk', scans: [scan, again] })
  expect(JSON.parse(JSON.stringify(answers))).toMatchObject([{ reason: 'unknown' }, { reason: 'unknown' }])
})

test('gone after the event, too, where only a figure stays', async () => {
  const canary = `zq${newId().slice(-8)}`
  const { event, ada } = await makeTraces(canary)
  const before = await figuresOf(event.id)
  vi.useFakeTimers({ now: event.endsAt.getTime() + 1, toFake: ['Date'] })
  expect(await eraseMe(ada)).toEqual({ ok: true, value: null })
  vi.useRealTimers()
  expect(await tablesWith(canary)).toEqual([])
  expect(await figuresOf(event.id)).toEqual(before)
})

describe('also', () => {
  test('who cancelled before, and whoever asks twice or twice at once', async () => {
    const canary = `zq${newId().slice(-8)}`
    const { ada } = await makeTraces(canary)
    await cancelMine(ada)
    await Promise.all([eraseMe(ada), eraseMe(ada)])
    expect(await eraseMe(ada)).toEqual({ ok: true, value: null })
    expect(await tablesWith(canary)).toEqual([])
    const row = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
    expect(row.cancelReason).toBe('erased')
  })

  test('of others nothing is touched', async () => {
    const [canary, other] = [`zq${newId().slice(-8)}`, `zq${newId().slice(-8)}`]
    const [mine] = [await makeTraces(canary), await makeTraces(other)]
    const before = await tablesWith(other)
    await eraseMe(mine.ada)
    expect(await tablesWith(other)).toEqual(before)
  })
})

describe('a single consent taken back', () => {
  test('takes what was told with it, at once and everywhere; the withdrawal is remembered', async () => {
    const canary = `zq${newId().slice(-8)}`
    const { ada } = await makeTraces(canary)
    expect(await tablesWith(`${canary} nuts`)).toEqual(['allergy_note'])
    expect(await withdrawConsent(ada, 'allergies')).toEqual({ ok: true, value: { isNew: true } })
    expect(await withdrawConsent(ada, 'allergies')).toEqual({ ok: true, value: { isNew: false } })
    expect(await tablesWith(`${canary} nuts`)).toEqual([])
    expect(await tablesWith(`${canary} ramp`)).toEqual(['registration'])
    await withdrawConsent(ada, 'accessibility')
    expect(await tablesWith(`${canary} ramp`)).toEqual([])
    await withdrawConsent(ada, 'listed')
    const rows = await db().consent.findMany({ where: { registrationId: ada.registrationId } })
    expect(rows.map(({ kind, withdrawnAt }) => [kind, withdrawnAt !== null]).sort()).toEqual([
      ['accessibility', true],
      ['allergies', true],
      ['listed', true],
    ])
    const row = await db().registration.findUniqueOrThrow({ where: { id: ada.registrationId } })
    expect(row.isListed).toBe(false)
    const acts = await db().historyEntry.findMany({ where: { act: 'withdrew_consent' } })
    expect(acts.filter(({ subjectId }) => subjectId === ada.registrationId)).toHaveLength(3)
  })
})

/** Which tables say a word anywhere, each row read as text. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await sql().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await sql().query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE $1 LIMIT 1`, [
      `%${word}%`,
    ])
    if (rowCount) found.push(name)
  }
  return found
}
