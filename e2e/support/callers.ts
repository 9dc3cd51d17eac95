import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { makeApiToken } from '@/lib/auth/make-api-token'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { db } from '@/lib/db/client'
import type { DeviceRole, TeamRole } from '@/lib/db/generated/enums'
import { makeDevice } from '@/prisma/factories/devices'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { makeJourneyEvent } from './make-journey-event'
import type { Caller } from './rights'

/** Those who have no business in somebody else's room: nobody, whoever registered, its check-in, an organizer elsewhere. */
export const strangers = ['nobody', 'attendee', 'door', 'other'] as const

export async function requestAs(
  playwright: PlaywrightWorkerArgs['playwright'],
  caller: (typeof strangers)[number],
  event: MadeEvent,
): Promise<APIRequestContext> {
  if (caller === 'nobody') return await requestWith(playwright, '')
  if (caller === 'attendee') {
    const { manageToken } = await makeRegistration(event)
    return await requestWith(playwright, attendeeCookie(manageToken))
  }
  const room = caller === 'door' ? event : await makeJourneyEvent()
  return await requestWith(playwright, await teamCookie(room, caller === 'door' ? 'check_in' : 'organizer'))
}

type Held = { manageToken: string }
/** An event and another one; `own` are the registrations of one person, `neighbour` is somebody else's. */
type Ground = { event: MadeEvent; elsewhere: MadeEvent; own: Held[]; neighbour: Held }

/** What the browser of somebody carries who comes to an event's doors; of a program, its token. */
export const cookieOf = async (caller: Caller, ground: Ground): Promise<string> =>
  await makers[caller](ground)

const makers: Record<Caller, (ground: Ground) => Promise<string> | string> = {
  nobody: () => '',
  person: ({ own }) => attendeeCookie(own.map(({ manageToken }) => manageToken).join('.')),
  neighbour: ({ neighbour }) => attendeeCookie(neighbour.manageToken),
  scanner: ({ event }) => phoneCookie(event, 'scan_only'),
  supervisor: ({ event }) => phoneCookie(event, 'supervisor'),
  door: ({ event }) => teamCookie(event, 'check_in'),
  organizer: ({ event }) => teamCookie(event, 'organizer'),
  owner: ({ event }) => teamCookie(event, 'owner'),
  other: ({ elsewhere }) => teamCookie(elsewhere, 'organizer'),
  otherPhone: ({ elsewhere }) => phoneCookie(elsewhere, 'supervisor'),
  admin: async () => userCookie(await makeUser({ isAdmin: true })),
  program: ({ event }) => programToken(event),
}

export const attendeeCookie = (manageToken: string) => `lanyard_my=${manageToken}`

export const phoneCookie = async (event: MadeEvent, role: DeviceRole): Promise<string> =>
  `${deviceCookie().name}=${(await makeDevice(event, { role })).token}`

export async function teamCookie(event: MadeEvent, role: TeamRole): Promise<string> {
  return await userCookie(await makeUser({ roles: { [event.id]: role } }))
}

async function programToken(event: MadeEvent): Promise<string> {
  const { id: userId } = await makeUser({ roles: { [event.id]: 'check_in' } })
  return `Bearer ${await makeApiToken(db(), { userId, eventId: event.id }, event.endsAt)}`
}

export const userCookie = async (user: { id: string }): Promise<string> =>
  `${sessionCookie().name}=${await makeSession(user)}`

export const requestWith = (playwright: PlaywrightWorkerArgs['playwright'], cookie: string) =>
  playwright.request.newContext({
    baseURL: process.env.BASE_URL!,
    extraHTTPHeaders: { 'accept-language': 'en', ...(cookie && { cookie }) },
  })
