import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { join, ownForm, saveForm } from '@/prisma/factories/own-forms'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { changeLateAnswers } from './change-late-answers'
import { withdrawableConsents } from './rules'
import { withdrawAgain } from './withdraw-again'
import { withdrawConsent } from './withdraw-consent'

useTestDatabase()

const told = {
  ...{ allergies: ['nuts'], allergiesConsent: ['on'], accessibility: ['a ramp'], listed: ['on'] },
}
const nothing = { allergies: [], allergiesConsent: [], accessibility: [], listed: [] }

test.each([
  ['in the form', async (key: AttendeeKey) => saveForm(key, { ...(await ownForm(key)), ...nothing })],
  ['after the freeze date', async (key: AttendeeKey) => changeLateAnswers(key, await emptied(key))],
  [
    'by its button',
    async (key: AttendeeKey) => {
      for (const kind of withdrawableConsents) await withdrawConsent(key, kind)
      return { ok: true }
    },
  ],
])('what is taken back %s stays taken back, whatever a backup brings', async (_, takeBack) => {
  const ada = await join(await makeEvent({ allergiesHint: '' }), told)
  const bringBack = await keepFor(ada)
  expect(await takeBack(ada)).toMatchObject({ ok: true })
  const stones = await db().tombstone.findMany({ where: { subjectId: ada.registrationId } })
  expect(stones.map(({ kind }) => kind).sort()).toEqual([
    ...['withdrawn_accessibility', 'withdrawn_allergies', 'withdrawn_listed'],
  ])
  await bringBack()
  expect(await heldBy(ada)).toEqual({ ...all(true), withdrawn: 0 })
  for (const kind of withdrawableConsents) {
    const { erasedAt } = stones.find((stone) => stone.kind === `withdrawn_${kind}`)!
    expect(await withdrawAgain(kind, ada.registrationId, erasedAt)).toBe(2)
    expect(await withdrawAgain(kind, ada.registrationId, erasedAt)).toBe(0)
  }
  expect(await heldBy(ada)).toEqual({ ...all(false), withdrawn: 3 })
})

test('what was given anew since is kept', async () => {
  const event = await makeEvent({ allergiesHint: '' })
  const ada = await join(event, told)
  await saveForm(ada, { ...(await ownForm(ada)), ...nothing })
  const stones = await db().tombstone.findMany({ where: { subjectId: ada.registrationId } })
  await saveForm(ada, { ...(await ownForm(ada)), ...told })
  for (const kind of withdrawableConsents)
    expect(await withdrawAgain(kind, ada.registrationId, stones[0]!.erasedAt)).toBe(0)
  expect(await heldBy(ada)).toEqual({ ...all(true), withdrawn: 0 })
})

const all = (is: boolean) => ({ allergies: is, accessibility: is, listed: is })

const emptied = async (key: AttendeeKey) => {
  await db().event.update({ where: { id: key.eventId }, data: { freezesAt: new Date(0) } })
  return { ...(await ownForm(key)), ...nothing }
}

async function heldBy({ registrationId }: AttendeeKey) {
  const row = await db().registration.findUniqueOrThrow({ where: { id: registrationId } })
  return {
    allergies: (await db().allergyNote.count({ where: { registrationId } })) > 0,
    accessibility: row.accessibility !== null,
    listed: row.isListed,
    withdrawn: await db().consent.count({ where: { registrationId, withdrawnAt: { not: null } } }),
  }
}

/** What a backup made now would know of them, to be put back. */
async function keepFor({ registrationId }: AttendeeKey) {
  const where = { registrationId }
  const [note, consents] = [
    await db().allergyNote.findFirstOrThrow({ where }),
    await db().consent.findMany({ where }),
  ]
  return async () => {
    await db().allergyNote.create({ data: note })
    await db().consent.deleteMany({ where })
    await db().consent.createMany({ data: consents })
    const data = { accessibility: 'a ramp', isListed: true }
    await db().registration.update({ where: { id: registrationId }, data })
  }
}
