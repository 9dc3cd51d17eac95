import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makePasskey, makeTotp, openBrowser } from '@/prisma/factories/accounts'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { newId } from '../ids'
import type { AdminKey } from '../keys'
import { grantAdmin } from './grant-admin'
import { makeRecoveryCodes } from './make-recovery-codes'
import { findPublicSession } from './queries'
import { resetSecondFactor } from './reset-second-factor'
import { spendSignInLink } from './spend-sign-in-link'

useTestDatabase()

test('an admin takes a lost factor away: nothing of it is left, and whoever found the phone is out', async () => {
  const [ada, admin] = [await makeUser(), await makeUser({ isAdmin: true })]
  const here = await openBrowser(ada)
  await makeTotp(ada)
  await makePasskey(ada)
  await makeRecoveryCodes(here.account)
  const key = { userId: admin.id } as AdminKey
  expect(await resetSecondFactor(key, ada.id)).toEqual({ ok: true, value: null })
  const left = { totpFactor: true, passkeys: true, recoveryCodes: true, sessions: true } as const
  expect(await db().user.findUniqueOrThrow({ where: { id: ada.id }, select: left })).toEqual({
    totpFactor: null,
    passkeys: [],
    recoveryCodes: [],
    sessions: [],
  })
  const [line] = await db().historyEntry.findMany({
    where: { subjectId: ada.id, act: 'reset_second_factor' },
  })
  expect(line).toMatchObject({ actorId: admin.id, eventId: null })
  const nothing = { ok: false, refusal: 'nothing_to_reset' }
  expect(await resetSecondFactor(key, ada.id)).toEqual(nothing)
  expect(await resetSecondFactor(key, newId())).toEqual(nothing)
})

test('the command line’s link for an admin is the way back in; a link by mail is not', async () => {
  const ada = await makeUser({ isAdmin: true })
  await makeTotp(ada)
  const owesBy = async (kind: 'command_line' | 'user') => {
    const actor = { kind, id: kind === 'user' ? ada.id : null } as const
    const spent = await spendSignInLink(await grantAdmin({ email: ada.email, actor }))
    if (!spent.ok) throw new Error(spent.refusal)
    return (await findPublicSession(spent.value.token))?.owes
  }
  expect(await owesBy('command_line')).toBeNull()
  expect(await owesBy('user')).toBe('proof')
})
