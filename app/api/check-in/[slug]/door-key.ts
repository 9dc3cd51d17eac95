import { cookies } from 'next/headers'
import { checkInKeyFromBearer } from '@/lib/auth/check-in-key-from-bearer'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { findCheckInKey } from '@/lib/auth/require-check-in'
import { findUser } from '@/lib/auth/require-user'
import { doorWord } from '@/lib/check-in/rules'
import { findPublicEventRef } from '@/lib/events/queries'
import type { CheckInKey } from '@/lib/keys'
import { ok, type Result, refused } from '@/lib/result'

export type DoorRefusal = 'nobody' | 'no_event'

/**
 * Who speaks to a door's program: a token speaks for itself, and where one is sent, cookies are not looked at. Else a
 * paired device, else somebody who is signed in.
 */
export async function readDoorKey(request: Request, slug: string): Promise<Result<CheckInKey, DoorRefusal>> {
  const token = await doorToken(request)
  const held = token.value ? await checkInKeyFromBearer(slug, token.value) : null
  if (held?.ok) return ok(held.key)
  if (token.isSent) return refused(held?.refusal === 'other_event' ? 'no_event' : 'nobody')
  if (!(await findUser())) return refused(held?.refusal === 'other_event' ? 'no_event' : 'nobody')
  const event = await findPublicEventRef(slug)
  const key = event && (await findCheckInKey(event.id))
  return key ? ok(key) : refused('no_event')
}

/** The token of a request: sent as a bearer's, or kept in a paired device's cookie. */
export async function doorToken(request: Request): Promise<{ value: string | null; isSent: boolean }> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null)
    return { value: /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? null, isSent: true }
  return { value: (await cookies()).get(deviceCookie().name)?.value ?? null, isSent: false }
}

const private_ = { 'cache-control': 'no-store' }

export const doorRefusals = {
  nobody: { status: 401, message: 'Sign in, or send a valid token as "Authorization: Bearer …".' },
  no_event: { status: 404, message: 'There is no such event for you.' },
} as const satisfies Record<DoorRefusal, Not>

export const noCursor = { status: 400, message: 'Say "since": the cursor of your last answer.' }

export type Not = { status: number; message: string; issues?: { path: PropertyKey[]; message: string }[] }

export const answer = (value: unknown): Response => Response.json(value, { headers: private_ })

export function answerNot({ status, message, issues = [] }: Not): Response {
  const own = { ...private_, [doorWord]: String(status) }
  const headers = status === 401 ? { ...own, 'www-authenticate': 'Bearer' } : own
  return Response.json({ error: { message, issues } }, { status, headers })
}
