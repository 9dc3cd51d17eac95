import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makePasskey, makeTotp, openBrowser } from '@/prisma/factories/accounts'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { requireAccount, requireStep } from './require-account'
import { requireAdmin } from './require-admin'
import { findCheckInKey, requireCheckIn } from './require-check-in'
import { findOrganizerKey, requireOrganizer } from './require-organizer'
import { findUser, requireUser } from './require-user'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}))
vi.mock('next/navigation', () => {
  const leave = (answer: string) => () => {
    throw new Error(answer)
  }
  return {
    notFound: leave('404'),
    forbidden: leave('403'),
    redirect: (to: string) => leave(`303 ${to}`)(),
  }
})

useTestDatabase()

let event: MadeEvent
beforeEach(async () => {
  jar.clear()
  event = await makeEvent()
})

describe('whoever has a second factor and did not show it yet', () => {
  test.each([
    ['an app', makeTotp],
    ['a passkey', makePasskey],
  ])('holds no key at all: %s', async (_, make) => {
    const { id: userId } = await signIn({ isAdmin: true, roles: { [event.id]: 'owner' } })
    expect(await findOrganizerKey(event.id)).not.toBeNull()
    await make({ id: userId })
    const step = '303 /sign-in/second-factor?to='
    await expect(requireOrganizer(event.id, '/organizer/x')).rejects.toThrow(`${step}%2Forganizer%2Fx`)
    await expect(requireCheckIn(event.id, '/check-in/x')).rejects.toThrow(`${step}%2Fcheck-in%2Fx`)
    await expect(requireAdmin()).rejects.toThrow(step)
    await expect(requireUser()).rejects.toThrow(step)
    await expect(requireAccount()).rejects.toThrow(`${step}%2Faccount`)
    expect([await findUser(), await findOrganizerKey(event.id), await findCheckInKey(event.id)]).toEqual([
      null,
      null,
      null,
    ])
    expect(await requireStep('/organizer')).toMatchObject({ userId })
    await db().session.updateMany({ where: { userId }, data: { secondFactorAt: new Date() } })
    expect(await requireOrganizer(event.id)).toMatchObject({ userId })
    await expect(requireStep('/organizer/x')).rejects.toThrow('303 /organizer/x')
  })

  test('an app that was only begun asks for nothing', async () => {
    const user = await signIn({ isAdmin: true })
    await makeTotp(user, { confirmedAt: null })
    expect(await requireAdmin()).toEqual({ userId: user.id })
  })
})

describe('where the house demands a second factor', () => {
  beforeEach(() => demand(true))
  afterEach(() => demand(false))

  test.each([{ isAdmin: true }, { role: 'owner' } as const, { role: 'organizer' } as const])(
    '%o sets one up before anything else',
    async ({ isAdmin = false, role }) => {
      const user = await signIn({ isAdmin, ...(role && { roles: { [event.id]: role } }) })
      await expect(requireOrganizer(event.id, '/organizer/x')).rejects.toThrow(
        '303 /account?to=%2Forganizer%2Fx',
      )
      expect(await findOrganizerKey(event.id)).toBeNull()
      const { key, session } = await requireAccount()
      expect([key.userId, session.owes]).toEqual([user.id, 'setup'])
      await expect(requireStep('/organizer')).rejects.toThrow('303 /organizer')
      await makeTotp(user)
      await db().session.updateMany({ where: { userId: user.id }, data: { secondFactorAt: new Date() } })
      expect(await requireOrganizer(event.id)).toMatchObject({ userId: user.id })
      await db().totpFactor.deleteMany()
      await expect(requireOrganizer(event.id)).rejects.toThrow('303 /account')
      await demand(false)
      expect(await requireOrganizer(event.id)).toMatchObject({ userId: user.id })
    },
  )

  test('whoever only stands at a door is not made to', async () => {
    const { id: userId } = await signIn({ roles: { [event.id]: 'check_in' } })
    expect(await requireCheckIn(event.id)).toMatchObject({ userId })
    await db().teamMember.updateMany({ where: { userId }, data: { role: 'organizer' } })
    await expect(requireCheckIn(event.id, '/check-in/x')).rejects.toThrow('303 /account')
  })
})

test('an account that was disabled, or lost its role, is out with the next request', async () => {
  const { id: userId } = await signIn({ roles: { [event.id]: 'owner' }, isAdmin: true })
  expect(await requireAdmin()).toEqual({ userId })
  await db().user.update({ where: { id: userId }, data: { isAdmin: false } })
  await expect(requireAdmin()).rejects.toThrow('404')
  expect(await requireOrganizer(event.id)).toMatchObject({ role: 'owner' })
  await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
  await expect(requireOrganizer(event.id)).rejects.toThrow('303 /sign-in')
  await expect(requireAccount()).rejects.toThrow('303 /sign-in')
})

async function demand(isSecondFactorRequired: boolean) {
  const rule = { isSecondFactorRequired }
  await db().installationSetting.upsert({ where: { id: 1 }, create: { id: 1, ...rule }, update: rule })
}

async function signIn(overrides: Parameters<typeof makeUser>[0]) {
  const user = await makeUser(overrides)
  jar.set('next-auth.session-token', (await openBrowser(user)).token)
  return user
}
