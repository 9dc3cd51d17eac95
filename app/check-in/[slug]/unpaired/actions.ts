'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { checkInKeyFromBearer } from '@/lib/auth/check-in-key-from-bearer'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { unpairDevice } from '@/lib/devices/revoke-device'

/** This browser is no device any more. A phone that has meanwhile been paired for another event stays that. */
export async function unpair(slug: string): Promise<void> {
  const { name, options } = deviceCookie()
  const jar = await cookies()
  const token = jar.get(name)?.value
  const held = token ? await checkInKeyFromBearer(slug, token) : null
  if (held?.ok) await unpairDevice(held.key)
  if (held?.ok || held?.refusal === 'bad_token') jar.set(name, '', { ...options, maxAge: 0 })
  redirect(`/check-in/${encodeURIComponent(slug)}/unpaired`)
}
