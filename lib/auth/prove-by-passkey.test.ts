import { expect, test } from 'vitest'
import { makeSoftPasskey } from '@/e2e/support/soft-passkey'
import { useTestDatabase } from '@/e2e/support/test-database'
import { openBrowser } from '@/prisma/factories/accounts'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { addPasskey, beginPasskey } from './add-passkey'
import { askForPasskey, proveByPasskey } from './prove-by-passkey'
import { findPublicSession } from './queries'
import { passkeyAnswer } from './schema'

useTestDatabase()
const late = { ok: false, refusal: 'too_late' }
const unreadable = { ok: false, refusal: 'unreadable' }

test('a passkey that was added proves its owner, who owes nothing where it was added', async () => {
  const { ada, here, passkey } = await prepared()
  expect(await findPublicSession(here.token)).toMatchObject({ owes: null })
  const there = await openBrowser(ada)
  expect(await findPublicSession(there.token)).toMatchObject({ owes: 'proof' })
  const asked = await askForPasskey(there.step)
  expect(asked.allowCredentials?.map(({ id }) => id)).toEqual([passkey.id])
  expect(await proveByPasskey(there.step, passkey.prove(asked, 1))).toEqual({ ok: true, value: null })
  expect(await findPublicSession(there.token)).toMatchObject({ owes: null })
  expect(await db().passkey.findFirstOrThrow({ where: { userId: ada.id } })).toMatchObject({ counter: 1n })
})

test('of the ways in which a browser says that it reaches a passkey those are kept that there are', async () => {
  const { here } = await prepared()
  for (const [told, kept] of [
    [
      ['usb', 'carrier pigeon', 'usb', 7, null, 'internal'],
      ['usb', 'internal'],
    ],
    ['usb', []],
    [{ length: 1 }, []],
  ] as const) {
    const other = makeSoftPasskey()
    const made = other.register(await beginPasskey(here.account))
    const answer = { ...made, response: { ...made.response, transports: told } }
    const read = passkeyAnswer.parse(JSON.stringify(answer))
    expect(await addPasskey(here.account, 'Key', read)).toEqual({ ok: true, value: null })
    const row = await db().passkey.findFirstOrThrow({ where: { credentialId: other.id } })
    expect(row.transports).toEqual(kept)
  }
})

test('a challenge is answered once, by the browser it was given to, in time and for what it was made', async () => {
  const { ada, passkey } = await prepared()
  const [there, elsewhere] = [await openBrowser(ada), await openBrowser(ada)]
  const asked = await askForPasskey(there.step)
  const answer = passkey.prove(asked, 1)
  expect(await proveByPasskey(elsewhere.step, answer)).toEqual(late)
  expect((await proveByPasskey(there.step, answer)).ok).toBe(true)
  expect(await proveByPasskey(there.step, answer)).toEqual(late)
  await askForPasskey(there.step)
  expect(await proveByPasskey(there.step, answer)).toEqual(unreadable)
  const forAdding = await beginPasskey(there.account)
  expect(await proveByPasskey(there.step, passkey.prove(forAdding, 2))).toEqual(late)
  const old = await askForPasskey(there.step)
  await db().passkeyChallenge.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await proveByPasskey(there.step, passkey.prove(old, 2))).toEqual(late)
})

test('a counter that does not go up is a copy: refused, and history knows', async () => {
  const { ada, passkey } = await prepared()
  const { step } = await openBrowser(ada)
  const proveWith = async (counter: number) =>
    await proveByPasskey(step, passkey.prove(await askForPasskey(step), counter))
  expect((await proveWith(5)).ok).toBe(true)
  for (const counter of [5, 4, 0]) expect(await proveWith(counter)).toEqual({ ok: false, refusal: 'copied' })
  expect(await db().historyEntry.count({ where: { subjectId: ada.id, act: 'refused_passkey' } })).toBe(3)
  expect((await proveWith(6)).ok).toBe(true)
})

test('passkeys that never count are taken as they are', async () => {
  const { ada, passkey } = await prepared()
  const { step } = await openBrowser(ada)
  for (const _ of ['first', 'again'])
    expect((await proveByPasskey(step, passkey.prove(await askForPasskey(step), 0))).ok).toBe(true)
})

test('what was signed for another house, or belongs to somebody else, opens nothing', async () => {
  const { ada, here } = await prepared()
  const eve = await prepared()
  const { step } = await openBrowser(ada)
  expect(await proveByPasskey(step, eve.passkey.prove(await askForPasskey(step), 1))).toEqual(unreadable)
  const phished = makeSoftPasskey('http://localhost.example.org:3000')
  const answer = phished.register(await beginPasskey(here.account))
  expect(await addPasskey(here.account, 'Phished', answer)).toEqual(unreadable)
})

test('no passkey is added twice, nor more than a person can need', async () => {
  const { here, passkey, ada } = await prepared()
  const again = passkey.register(await beginPasskey(here.account))
  expect(await addPasskey(here.account, 'Again', again)).toEqual({ ok: false, refusal: 'known_already' })
  for (let at = 1; at < 20; at++) await addOne(here)
  const answer = makeSoftPasskey().register(await beginPasskey(here.account))
  expect(await addPasskey(here.account, 'Too many', answer)).toEqual({ ok: false, refusal: 'too_many' })
  expect(await db().passkey.count({ where: { userId: ada.id } })).toBe(20)
})

async function prepared() {
  const ada = await makeUser()
  const here = await openBrowser(ada)
  return { ada, here, passkey: await addOne(here) }
}

async function addOne({ account }: Awaited<ReturnType<typeof openBrowser>>) {
  const passkey = makeSoftPasskey()
  const added = await addPasskey(account, 'Phone', passkey.register(await beginPasskey(account)))
  if (!added.ok) throw new Error(added.refusal)
  return passkey
}
