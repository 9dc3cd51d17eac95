import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeTotp, openBrowser } from '@/prisma/factories/accounts'
import { makeEvent } from '@/prisma/factories/events'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { makeRecoveryCodes } from './make-recovery-codes'
import { proveByCode } from './prove-by-code'
import { proveByRecoveryCode } from './prove-by-recovery-code'
import { findPublicSession, findPublicStanding } from './queries'

useTestDatabase()
const spent = { ok: false, refusal: 'code_spent' }
const wrong = { ok: false, refusal: 'wrong_code' }
const tooMany = { ok: false, refusal: 'too_many_tries' }
const home = '192.0.2.7'

// In the middle of a half minute, which does not end while a test runs.
beforeEach(() => {
  const half = 30_000
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / half) * half + half / 2 })
})
afterEach(() => vi.useRealTimers())

test('a session opens nothing until the code is there, and no other one with it', async () => {
  const event = await makeEvent()
  const ada = await makeUser({ roles: { [event.id]: 'owner' }, isAdmin: true })
  const [here, there] = [await openBrowser(ada), await openBrowser(ada)]
  expect(await findPublicStanding(here.token, event.id)).toMatchObject({ role: 'owner' })
  const app = await makeTotp(ada)
  expect(await findPublicStanding(here.token, event.id)).toBeNull()
  expect(await findPublicSession(here.token)).toMatchObject({ owes: 'proof' })
  expect((await proveByCode(here.step, app.code(), home)).ok).toBe(true)
  expect(await findPublicStanding(here.token, event.id)).toMatchObject({ role: 'owner' })
  expect(await findPublicSession(here.token)).toMatchObject({ owes: null })
  expect(await findPublicSession(there.token)).toMatchObject({ owes: 'proof' })
})

test('whoever looked over a shoulder comes too late: a code opens once, and none before it after it', async () => {
  const ada = await makeUser()
  const [here, there] = [await openBrowser(ada), await openBrowser(ada)]
  const app = await makeTotp(ada)
  const code = app.code()
  expect((await proveByCode(here.step, `${code.slice(0, 3)} ${code.slice(3)}`, home)).ok).toBe(true)
  expect(await proveByCode(there.step, code, home)).toEqual(spent)
  expect(await proveByCode(there.step, app.code(-1), home)).toEqual(spent)
  expect((await proveByCode(there.step, app.code(1), home)).ok).toBe(true)
})

test('of five who type the same code at once one gets in', async () => {
  const ada = await makeUser()
  const browsers = await Promise.all(Array.from({ length: 5 }, () => openBrowser(ada)))
  const code = (await makeTotp(ada)).code()
  const answers = await Promise.all(browsers.map(({ step }) => proveByCode(step, code, home)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a clock may be half a minute off, and no more; what is no code is none', async () => {
  const ada = await makeUser()
  const { step } = await openBrowser(ada)
  const app = await makeTotp(ada)
  for (const code of [app.code(-3), app.code(3), '', '12345', 'abcdef', '１２３'])
    expect(await proveByCode(step, code, home)).toEqual(wrong)
  expect((await proveByCode(step, app.code(-1), home)).ok).toBe(true)
})

test('the secret of somebody else opens nothing, nor does one that was never confirmed', async () => {
  const [ada, eve] = [await makeUser(), await makeUser()]
  const { step } = await openBrowser(ada)
  await makeTotp(ada)
  const hers = await makeTotp(eve)
  const { secret } = await db().totpFactor.findUniqueOrThrow({ where: { userId: eve.id } })
  await db().totpFactor.update({ where: { userId: ada.id }, data: { secret } })
  expect(await proveByCode(step, hers.code(), home)).toEqual(wrong)
  expect(secret).not.toContain(eve.id)
  const begun = await makeTotp(await makeUser(), { confirmedAt: null })
  expect(await proveByCode(step, begun.code(), home)).toEqual(wrong)
})

test('who guesses is stopped where they are, and the person is not: neither their app nor their paper', async () => {
  const ada = await makeUser()
  const [here, thief] = [await openBrowser(ada), await openBrowser(ada)]
  const app = await makeTotp(ada)
  const made = await makeRecoveryCodes(here.account)
  if (!made.ok) throw new Error(made.refusal)
  for (const prove of [proveByCode, proveByRecoveryCode]) {
    const guess = (at: number) => prove(thief.step, '000000', `2001:db8:1:2::${at}`)
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, at) => guess(at)))
    expect(guesses.filter((answer) => !answer.ok && answer.refusal === 'too_many_tries')).toHaveLength(2)
    expect(await prove(thief.step, app.code(), '2001:db8:1:2::99')).toEqual(tooMany)
  }
  expect((await proveByCode(here.step, app.code(), '2001:db8:1:3::1')).ok).toBe(true)
  const [, second] = made.value.codes
  expect((await proveByRecoveryCode(here.step, second!, '2001:db8:1:3::1')).ok).toBe(true)
  expect(await findPublicSession(here.token)).toMatchObject({ owes: null })
})

test('guesses from many networks together are stopped, too', async () => {
  const ada = await makeUser()
  const thief = await openBrowser(ada)
  await makeTotp(ada)
  const guess = (_: unknown, at: number) => proveByCode(thief.step, '000000', `192.0.2.${Math.floor(at / 5)}`)
  const guesses = await Promise.all(Array.from({ length: 130 }, guess))
  expect(guesses.filter((answer) => !answer.ok && answer.refusal === 'too_many_tries')).toHaveLength(30)
})
