import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { codeOf, makeTotp, openBrowser } from '@/prisma/factories/accounts'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { proveByCode } from './prove-by-code'
import { findPublicSession, findTeachable } from './queries'
import { removeAuthenticator } from './remove-factor'
import { confirmAuthenticator, startAuthenticator } from './set-up-authenticator'

useTestDatabase()

test('an app counts once it has shown a code, and the code it showed opens nothing more', async () => {
  const ada = await makeUser()
  const [here, there] = [await openBrowser(ada), await openBrowser(ada)]
  await startAuthenticator(here.account)
  expect(await findPublicSession(there.token)).toMatchObject({ owes: null })
  const { secret, address } = (await findTeachable(here.account))!
  expect(address).toContain(`secret=${secret}`)
  const wrong = { ok: false, refusal: 'wrong_code' }
  expect(await confirmAuthenticator(here.account, '000000')).toEqual(wrong)
  const code = codeOf(secret)
  expect((await confirmAuthenticator(here.account, code)).ok).toBe(true)
  expect(await findPublicSession(here.token)).toMatchObject({ owes: null })
  expect(await findPublicSession(there.token)).toMatchObject({ owes: 'proof' })
  expect(await proveByCode(there.step, code, '192.0.2.7')).toEqual({ ok: false, refusal: 'code_spent' })
  expect((await proveByCode(there.step, codeOf(secret, 1), '192.0.2.7')).ok).toBe(true)
})

test('the secret is shown while it is learnt, sealed in the database, and to nobody afterwards', async () => {
  const ada = await makeUser()
  const { account } = await openBrowser(ada)
  await startAuthenticator(account)
  const first = (await findTeachable(account))!.secret
  await startAuthenticator(account)
  const { secret } = (await findTeachable(account))!
  expect(secret).not.toBe(first)
  expect((await db().totpFactor.findUniqueOrThrow({ where: { userId: ada.id } })).secret).not.toContain(
    secret,
  )
  expect((await confirmAuthenticator(account, codeOf(secret))).ok).toBe(true)
  expect(await findTeachable(account)).toBeNull()
  const begun = { ok: false, refusal: 'nothing_begun' }
  expect(await confirmAuthenticator(account, codeOf(secret, 1))).toEqual(begun)
})

test('an app that is on stays until it is taken away', async () => {
  const ada = await makeUser()
  const { account, token } = await openBrowser(ada)
  await makeTotp(ada)
  expect(await startAuthenticator(account)).toEqual({ ok: false, refusal: 'set_up_already' })
  expect((await removeAuthenticator(account)).ok).toBe(true)
  expect(await findPublicSession(token)).toMatchObject({ owes: null })
  expect((await startAuthenticator(account)).ok).toBe(true)
  const acts = await db().historyEntry.findMany({ where: { subjectId: ada.id }, select: { act: true } })
  expect(acts.map(({ act }) => act)).toEqual(['removed_authenticator'])
})

test('guessing while it is set up ends soon', async () => {
  const { account } = await openBrowser(await makeUser())
  await startAuthenticator(account)
  for (let at = 0; at < 10; at++) await confirmAuthenticator(account, '000000')
  const { secret } = (await findTeachable(account))!
  const stopped = { ok: false, refusal: 'too_many_tries' }
  expect(await confirmAuthenticator(account, codeOf(secret))).toEqual(stopped)
})
