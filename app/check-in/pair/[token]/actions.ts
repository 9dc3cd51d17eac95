'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { pairRefusal } from '@/components/devices/device-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { deviceCookie } from '@/lib/auth/device-cookie'
import { pairDevice } from '@/lib/devices/pair-device'
import { findPublicLink } from '@/lib/devices/queries'
import { deviceName, pinInput } from '@/lib/devices/schema'

/** This browser is a device at the event's door from now on. The PIN never goes back into the form. */
export async function pairPhone(token: string, _before: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations('devices.pair')
  const { pin: [pin = ''] = [], ...values } = readValues(data)
  const name = deviceName.safeParse(values.name?.[0] ?? '')
  if (!name.success) return { values, fieldErrors: { name: t('notAName') } }
  const paired = await pairDevice({ token, pin: pinInput.parse(pin), name: name.data }, await clientAddress())
  if (paired.ok) {
    const cookie = deviceCookie()
    const jar = await cookies()
    jar.set(cookie.name, paired.value.token, { ...cookie.options, expires: paired.value.endsAt })
    redirect(`/check-in/${paired.value.slug}`)
  }
  const letter = (await findPublicLink(token))?.letter ?? ''
  const free = t('phone', { letter })
  const words = pairRefusal(t, paired.refusal, free)
  if (paired.refusal === 'wrong_pin') return { values, fieldErrors: { pin: words } }
  if (paired.refusal !== 'name_taken') return { values, fieldErrors: {}, formError: words }
  return { values: { name: [free] }, fieldErrors: { name: words } }
}
