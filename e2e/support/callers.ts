import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { sessionCookie } from '@/lib/auth/session-cookie'
import type { DeviceRole, TeamRole } from '@/lib/db/generated/enums'
import { makeDevice } from '@/prisma/factories/devices'
import type { MadeEvent } from '@/prisma/factories/events'
import { makeRegistration } from '@/prisma/factories/registrations'
import { makeSession, makeUser } from '@/prisma/factories/team'
import { makeJourneyEvent } from './make-journey-event'

/** Nobody, somebody who holds a registration, the event's check-in staff, an organizer of another event. */
export const callers = ['nobody', 'attendee', 'door', 'other'] as const
/** Phones without an account: one that scans at the event's door, and a supervisor's of another event. */
export const phones = ['phone', 'otherPhone'] as const
export type Caller = (typeof callers)[number] | (typeof phones)[number]

export async function requestAs(
  playwright: PlaywrightWorkerArgs['playwright'],
  caller: Caller,
  event: MadeEvent,
): Promise<APIRequestContext> {
  if (caller === 'nobody') return await requestWith(playwright, '')
  if (caller === 'attendee') {
    const { manageToken } = await makeRegistration(event)
    return await requestWith(playwright, attendeeCookie(manageToken))
  }
  if (caller === 'phone') return await requestWith(playwright, await phoneCookie(event, 'scan_only'))
  if (caller === 'otherPhone')
    return await requestWith(playwright, await phoneCookie(await makeJourneyEvent(), 'supervisor'))
  const room = caller === 'door' ? event : await makeJourneyEvent()
  return await requestWith(playwright, await teamCookie(room, caller === 'door' ? 'check_in' : 'organizer'))
}

export const attendeeCookie = (manageToken: string) => `lanyard_my=${manageToken}`

export const phoneCookie = async (event: MadeEvent, role: DeviceRole): Promise<string> =>
  `${deviceCookie().name}=${(await makeDevice(event, { role })).token}`

export async function teamCookie(event: MadeEvent, role: TeamRole): Promise<string> {
  const user = await makeUser({ roles: { [event.id]: role } })
  return `${sessionCookie().name}=${await makeSession(user)}`
}

export const requestWith = (playwright: PlaywrightWorkerArgs['playwright'], cookie: string) =>
  playwright.request.newContext({
    baseURL: process.env.BASE_URL!,
    extraHTTPHeaders: { 'accept-language': 'en', ...(cookie && { cookie }) },
  })
