import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { type MadeEvent, makeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { db } from '../db/client'
import { setEnvironment } from '../env'
import { newId } from '../ids'
import { attendeeCookie, attendeeKeys, requireAttendee } from './attendee-keys'
import { requireAdmin } from './require-admin'
import { findCheckInKey, requireCheckIn } from './require-check-in'
import { findOrganizerKey, requireOrganizer } from './require-organizer'

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
let other: MadeEvent
beforeEach(async () => {
  jar.clear()
  event = await makeEvent()
  other = await makeEvent()
})

describe('whoever is not signed in', () => {
  test('is sent to sign in, and back', async () => {
    await expect(requireOrganizer(event.id, '/organizer/x/exports')).rejects.toThrow(
      '303 /sign-in?to=%2Forganizer%2Fx%2Fexports',
    )
    await expect(requireCheckIn(event.id)).rejects.toThrow('303 /sign-in')
    await expect(requireAdmin()).rejects.toThrow('303 /sign-in')
    expect(await findOrganizerKey(event.id)).toBeNull()
  })

  test('so are those whose session is over, disabled, or only a hash', async () => {
    const organizer = await makeUser({ roles: { [event.id]: 'organizer' } })
    jar.set('next-auth.session-token', await makeSession(organizer, new Date(Date.now() - 1000)))
    await expect(requireOrganizer(event.id)).rejects.toThrow('303')
    const { sessionToken } = await db().session.findFirstOrThrow({ where: { userId: organizer.id } })
    jar.set('next-auth.session-token', sessionToken)
    await expect(requireOrganizer(event.id)).rejects.toThrow('303')
    jar.set('next-auth.session-token', await makeSession(organizer))
    expect(await findOrganizerKey(event.id)).not.toBeNull()
    await db().user.update({ where: { id: organizer.id }, data: { disabledAt: new Date() } })
    await expect(requireOrganizer(event.id)).rejects.toThrow('303')
  })
})

describe('an organizer', () => {
  test('holds the keys of the own event, read anew each time', async () => {
    const { id: userId } = await signIn({ roles: { [event.id]: 'organizer' } })
    expect(await requireOrganizer(event.id)).toEqual({ eventId: event.id, userId, role: 'organizer' })
    expect(await requireCheckIn(event.id)).toEqual({
      ...noDevice,
      eventId: event.id,
      userId,
      rank: 'supervisor',
    })
    await db().teamMember.deleteMany({ where: { userId } })
    await expect(requireOrganizer(event.id)).rejects.toThrow('404')
  })

  test('finds nothing at another event, an unknown one, or in the engine room', async () => {
    await signIn({ roles: { [event.id]: 'owner' } })
    await expect(requireOrganizer(other.id)).rejects.toThrow('404')
    await expect(requireCheckIn(other.id)).rejects.toThrow('404')
    await expect(requireOrganizer(newId())).rejects.toThrow('404')
    await expect(requireOrganizer('no id at all')).rejects.toThrow('404')
    await expect(requireAdmin()).rejects.toThrow('404')
    expect(await findCheckInKey(other.id)).toBeNull()
  })
})

test('check-in staff hold the door, and are told that the desk is not theirs', async () => {
  const { id: userId } = await signIn({ roles: { [event.id]: 'check_in' } })
  expect(await requireCheckIn(event.id)).toEqual({ ...noDevice, eventId: event.id, userId, rank: 'staff' })
  await expect(requireOrganizer(event.id)).rejects.toThrow('403')
  expect(await findOrganizerKey(event.id)).toBeNull()
})

test('an admin holds every key', async () => {
  const { id: userId } = await signIn({ isAdmin: true })
  expect(await requireAdmin()).toEqual({ userId })
  expect(await requireOrganizer(other.id)).toEqual({ eventId: other.id, userId, role: 'admin' })
})

describe('an attendee', () => {
  test('holds every registration whose link this browser opened, and no other', async () => {
    const mine = await makeRegistration(event)
    const mineToo = await makeRegistration(other)
    const theirs = await makeRegistration(event)
    jar.set('lanyard_my', `${mine.manageToken}.${mineToo.manageToken}.made-up`)
    expect(await attendeeKeys()).toEqual([
      { eventId: other.id, registrationId: mineToo.id },
      { eventId: event.id, registrationId: mine.id },
    ])
    expect(await requireAttendee(mine.id)).toEqual({ eventId: event.id, registrationId: mine.id })
    await expect(requireAttendee(theirs.id)).rejects.toThrow('404')
  })

  test('over https holds only what this very host has set', async () => {
    setEnvironment({ BASE_URL: 'https://events.example.org' })
    const mine = await makeRegistration(event)
    jar.set('lanyard_my', mine.manageToken)
    expect(await attendeeKeys()).toEqual([])
    jar.set('__Host-lanyard_my', mine.manageToken)
    expect(await attendeeKeys()).toEqual([{ eventId: event.id, registrationId: mine.id }])
    expect(attendeeCookie().options).toMatchObject({ secure: true, httpOnly: true, path: '/' })
    setEnvironment({ BASE_URL: 'http://localhost:3000' })
  })

  test('without a link holds nothing', async () => {
    expect(await attendeeKeys()).toEqual([])
  })
})

const noDevice = { sessionId: expect.any(String), tokenId: null, deviceId: null, deviceName: null }

async function signIn(overrides: Parameters<typeof makeUser>[0]) {
  const user = await makeUser(overrides)
  jar.set('next-auth.session-token', await makeSession(user))
  return user
}
