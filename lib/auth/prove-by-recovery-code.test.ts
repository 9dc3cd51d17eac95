import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makePasskey, makeTotp, openBrowser } from '@/prisma/factories/accounts'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { makeRecoveryCodes } from './make-recovery-codes'
import { proveByRecoveryCode } from './prove-by-recovery-code'
import { findPublicSession } from './queries'
import { removeAuthenticator, removePasskey } from './remove-factor'

useTestDatabase()
const wrong = { ok: false, refusal: 'wrong_code' }

test('a code opens once, as it was typed, and only for whom it was made', async () => {
  const { ada, here, codes } = await prepared()
  const there = await openBrowser(ada)
  const eve = await prepared()
  expect(await proveByRecoveryCode(eve.here.step, codes[0]!, '192.0.2.7')).toEqual(wrong)
  const typed = ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `
  expect((await proveByRecoveryCode(here.step, typed, '192.0.2.7')).ok).toBe(true)
  expect(await findPublicSession(here.token)).toMatchObject({ owes: null })
  expect(await proveByRecoveryCode(there.step, codes[0]!, '192.0.2.7')).toEqual(wrong)
  expect(await db().historyEntry.count({ where: { subjectId: ada.id, act: 'used_recovery_code' } })).toBe(1)
})

test('of five at once one gets in', async () => {
  const { ada, codes } = await prepared()
  const browsers = await Promise.all(Array.from({ length: 5 }, () => openBrowser(ada)))
  const answers = await Promise.all(
    browsers.map(({ step }) => proveByRecoveryCode(step, codes[3]!, '192.0.2.7')),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('there are ten, all different, of which the database knows none; new ones end the old', async () => {
  const { ada, here, codes } = await prepared()
  expect(new Set(codes).size).toBe(10)
  const rows = JSON.stringify(await db().recoveryCode.findMany({ where: { userId: ada.id } }))
  for (const code of codes) expect(rows).not.toContain(code)
  await makeRecoveryCodes(here.account)
  expect(await proveByRecoveryCode(here.step, codes[1]!, '192.0.2.7')).toEqual(wrong)
})

test('without a factor there is nothing to stand in for, and the last factor takes its codes along', async () => {
  const bare = await openBrowser(await makeUser())
  expect(await makeRecoveryCodes(bare.account)).toEqual({ ok: false, refusal: 'no_factor' })
  const { ada, here } = await prepared()
  const id = await makePasskey(ada)
  expect((await removeAuthenticator(here.account)).ok).toBe(true)
  expect(await db().recoveryCode.count({ where: { userId: ada.id } })).toBe(10)
  expect((await removePasskey(here.account, id)).ok).toBe(true)
  expect(await db().recoveryCode.count({ where: { userId: ada.id } })).toBe(0)
  expect(await removePasskey(here.account, id)).toEqual({ ok: false, refusal: 'gone_already' })
})

test('nobody takes away a passkey of somebody else', async () => {
  const { here } = await prepared()
  const eve = await makeUser()
  const id = await makePasskey(eve)
  expect(await removePasskey(here.account, id)).toEqual({ ok: false, refusal: 'gone_already' })
  expect(await db().passkey.count({ where: { id } })).toBe(1)
})

async function prepared() {
  const ada = await makeUser()
  const here = await openBrowser(ada)
  await makeTotp(ada)
  const made = await makeRecoveryCodes(here.account)
  if (!made.ok) throw new Error(made.refusal)
  return { ada, here, codes: made.value.codes }
}
