import 'server-only'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { db } from '../db/client'
import type { AttendeeKey } from '../keys'
import { ownCookie } from '../own-cookie'
import { hashToken } from '../tokens'

/** Carries the manage tokens this browser was given, joined by dots. */
export const attendeeCookie = () => ownCookie('lanyard_my')

/** A key for every registration this browser holds, latest first; rotated links open nothing. */
export const attendeeKeys = cache(async (): Promise<AttendeeKey[]> => {
  const carried = (await cookies()).get(attendeeCookie().name)?.value ?? ''
  const tokens = carried.split('.').filter(Boolean).slice(0, 50)
  if (tokens.length === 0) return []
  const rows = await db().registration.findMany({
    where: { manageTokenHash: { in: tokens.map(hashToken) } },
    orderBy: { registeredAt: 'desc' },
    select: { id: true, eventId: true },
  })
  return rows.map(({ id, eventId }) => ({ eventId, registrationId: id }) as AttendeeKey)
})

/** Which registration a link from a mail opens; null when it opens nothing any more. */
export async function findManaged(token: string): Promise<string | null> {
  const where = { manageTokenHash: hashToken(token) }
  return (await db().registration.findUnique({ where, select: { id: true } }))?.id ?? null
}

/** What the cookie carries once this token is added: the latest fifty, each once. */
export const withToken = (carried: string, token: string): string =>
  [token, ...carried.split('.').filter((other) => other && other !== token)].slice(0, 50).join('.')

/** The key of one registration, if this browser holds it; else there is nothing here. */
export async function requireAttendee(registrationId: string): Promise<AttendeeKey> {
  const keys = await attendeeKeys()
  return keys.find((key) => key.registrationId === registrationId) ?? notFound()
}
