'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { unpairDevice } from '@/lib/devices/revoke-device'
import { heldByPhone, unpairedPath } from '../open-door'

/** This browser is no device any more. A phone that has meanwhile been paired for another event stays that. */
export async function unpair(slug: string): Promise<void> {
  const { name, options } = deviceCookie()
  const jar = await cookies()
  const held = await heldByPhone(slug)
  if (held?.ok) await unpairDevice(held.key)
  if (held?.ok || held?.refusal === 'bad_token') jar.set(name, '', { ...options, maxAge: 0 })
  redirect(unpairedPath(slug))
}
