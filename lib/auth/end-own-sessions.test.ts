import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { openBrowser } from '@/prisma/factories/accounts'
import { makeAccessToken, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { endOwnSession, signOutEverywhere } from './end-own-sessions'
import { eraseOverSignIns } from './erase'
import { isVisitNoted, noteVisit } from './note-visit'
import { findPublicSession, listSessions } from './queries'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()
const hour = 3_600_000
const day = 24 * hour
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

test('one’s own sign-ins are listed, this one first, and each can be ended', async () => {
  const ada = await makeUser()
  const [here, there] = [await openBrowser(ada), await openBrowser(ada)]
  await openBrowser(await makeUser())
  const rows = await listSessions(here.account)
  expect(rows.map(({ id, isMine }) => [id, isMine])).toEqual([
    [here.account.sessionId, true],
    [there.account.sessionId, false],
  ])
  expect((await endOwnSession(here.account, there.account.sessionId)).ok).toBe(true)
  expect(await findPublicSession(there.token)).toBeNull()
  expect(await findPublicSession(here.token)).not.toBeNull()
  expect(await db().historyEntry.count({ where: { subjectId: ada.id, act: 'ended_session' } })).toBe(1)
})

test('nobody ends a sign-in of somebody else', async () => {
  const [ada, eve] = [await openBrowser(await makeUser()), await openBrowser(await makeUser())]
  const refusal = { ok: false, refusal: 'unknown_session' }
  expect(await endOwnSession(eve.account, ada.account.sessionId)).toEqual(refusal)
  expect(await findPublicSession(ada.token)).not.toBeNull()
})

test('everywhere is everywhere: every browser, this one, and the links that wait in a mailbox', async () => {
  const ada = await makeUser()
  const [here, there, eve] = [
    await openBrowser(ada),
    await openBrowser(ada),
    await openBrowser(await makeUser()),
  ]
  const link = await makeAccessToken('sign_in', ada)
  await signOutEverywhere(here.account)
  for (const { token } of [here, there]) expect(await findPublicSession(token)).toBeNull()
  expect(await spendSignInLink(link)).toEqual({ ok: false, refusal: 'link_spent_or_expired' })
  expect(await findPublicSession(eve.token)).not.toBeNull()
})

test.each([
  ['was not seen for a week', { lastSeenAt: ago(7 * day + 1000) }, { lastSeenAt: ago(7 * day - 60_000) }],
  ['is thirty days old', { createdAt: ago(30 * day + 1000) }, { createdAt: ago(30 * day - 60_000) }],
  ['is over', { expires: ago(1) }, { expires: new Date(Date.now() + 60_000) }],
])('a sign-in ends when it %s, and is forgotten', async (_, over, live) => {
  const ada = await makeUser()
  const [{ token, account }, other] = [await openBrowser(ada), await openBrowser(ada)]
  const where = { id: account.sessionId }
  await db().session.update({ where, data: live })
  expect(await findPublicSession(token)).not.toBeNull()
  await db().session.update({ where, data: over })
  expect(await findPublicSession(token)).toBeNull()
  expect(await listSessions(other.account)).toHaveLength(1)
  await eraseOverSignIns()
  expect(await db().session.findMany({ where: { userId: ada.id } })).toMatchObject([
    { id: other.account.sessionId },
  ])
})

test('a visit is noted once a minute, with two words of the browser', async () => {
  const { token } = await openBrowser(await makeUser())
  const seen = async () => (await findPublicSession(token))!
  expect(isVisitNoted(await seen())).toBe(true)
  expect(isVisitNoted({ ...(await seen()), lastSeenAt: ago(59_000) })).toBe(true)
  expect(isVisitNoted({ ...(await seen()), lastSeenAt: ago(61_000) })).toBe(false)
  expect(isVisitNoted({ ...(await seen()), device: null })).toBe(false)
  await db().session.updateMany({ data: { lastSeenAt: ago(hour) } })
  await noteVisit(await seen(), 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0')
  expect(await seen()).toMatchObject({ device: 'Firefox, Windows' })
  expect(isVisitNoted(await seen())).toBe(true)
})
