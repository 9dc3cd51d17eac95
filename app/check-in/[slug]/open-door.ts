import { cookies } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { checkInKeyFromBearer } from '@/lib/auth/check-in-key-from-bearer'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { findCheckInKey, requireCheckIn } from '@/lib/auth/require-check-in'
import { findUser, requireUser } from '@/lib/auth/require-user'
import { findPublicEventRef } from '@/lib/events/queries'
import type { EventRef } from '@/lib/events/schema'
import type { CheckInKey, StaffKey } from '@/lib/keys'

/**
 * Whoever may stand at a door: a paired phone, whoever has signed in on it, as for its program (`readDoorKey`); else
 * somebody of the team. A phone that is paired no more is told so. Strangers are sent to sign in before they can learn
 * which names are events.
 */
export async function openDoor(slug: string): Promise<{ event: EventRef; key: CheckInKey }> {
  const [user, held] = await Promise.all([findUser(), heldByPhone(slug)])
  const event = user || held?.ok ? await findPublicEventRef(slug) : null
  if (event && held?.ok) return { event, key: held.key }
  const own = user && event && (await findCheckInKey(event.id))
  if (event && own) return { event, key: own }
  if (held && !held.ok && held.refusal === 'bad_token' && !user) redirect(unpairedPath(slug))
  if (!held) await requireUser(`/check-in/${slug}`)
  notFound()
}

/** The same for what only somebody of the team has, such as their own meals. */
export async function openStaffDoor(slug: string): Promise<{ event: EventRef; key: StaffKey }> {
  const { event, key } = await openDoor(slug)
  if (key.deviceId) forbidden()
  return { event, key: await requireCheckIn(event.id, `/check-in/${slug}`) }
}

/** Where a phone reads that it is paired no more; whatever the address names, it looks the same. */
export const unpairedPath = (slug: string): string => `/check-in/${encodeURIComponent(slug)}/unpaired`

export async function heldByPhone(slug: string) {
  const token = (await cookies()).get(deviceCookie().name)?.value
  return token ? await checkInKeyFromBearer(slug, token) : null
}
