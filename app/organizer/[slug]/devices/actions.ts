'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues, textOf } from '@/lib/action'
import { now } from '@/lib/clock'
import { instantAt, type Language, sayMoment } from '@/lib/dates'
import { makeLink } from '@/lib/devices/make-link'
import { renameDevice } from '@/lib/devices/rename-device'
import { revokeDevice } from '@/lib/devices/revoke-device'
import { revokeLink } from '@/lib/devices/revoke-link'
import { lastInstant } from '@/lib/devices/rules'
import { deviceName, type LinkRefusal, linkInput, type PhoneRefusal } from '@/lib/devices/schema'
import { env } from '@/lib/env'
import { getEventFor } from '@/lib/events/queries'
import { isId } from '@/lib/ids'
import { qrSvg } from '@/lib/qr'
import { refused } from '@/lib/result'
import { openDeskToAct } from '../open-desk'

/** Makes a link; its address and its PIN stand in the answer to this form and nowhere else. */
export async function makeLinkHere(slug: string, _before: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/devices')
  const event = await getEventFor(key)
  const values = readValues(data)
  const timeOf = (name: string) => instantAt(values[name]?.[0] ?? '', event.timezone)
  const [validFrom, validUntil] = [timeOf('validFrom'), timeOf('validUntil')]
  const wish = { name: values.name?.[0] ?? '', role: values.role?.[0], validFrom, validUntil }
  const read = linkInput(event, now()).safeParse(wish)
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
    return { values, fieldErrors: await sayWrong(event, wrong, { validFrom, validUntil }) }
  }
  const { token, pin } = await makeLink(key, read.data)
  const link = `${env().baseUrl}/check-in/pair/${token}`
  revalidatePath(`/organizer/${slug}/devices`)
  return { values: { link: [link], pin: [pin], qr: [qrSvg(link)], of: [read.data.name] }, fieldErrors: {} }
}

export async function takeLinkBack(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, '/devices')
  say(slug, 'link_revoked', isId(id) ? await revokeLink(key, id) : refused('unknown_link'))
}

export async function sendAway(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, '/devices')
  say(slug, 'revoked', isId(id) ? await revokeDevice(key, id) : unknown)
}

export async function rename(slug: string, id: string, data: FormData): Promise<void> {
  const key = await openDeskToAct(slug, '/devices')
  const name = deviceName.safeParse(textOf(data, 'name'))
  if (!name.success) say(slug, 'renamed', refused('not_a_name'))
  say(slug, 'renamed', isId(id) ? await renameDevice(key, id, name.data) : unknown)
}

async function sayWrong(
  event: { endsAt: Date; timezone: string },
  wrong: Set<PropertyKey | undefined>,
  times: Record<'validFrom' | 'validUntil', Date | null>,
): Promise<FormState['fieldErrors']> {
  const t = await getTranslations('devices')
  const last = sayMoment(lastInstant(event), event.timezone, (await getLocale()) as Language)
  return {
    ...(wrong.has('name') && { name: t('notAName') }),
    ...(wrong.has('role') && { role: t('notARole') }),
    ...(wrong.has('validFrom') && { validFrom: t(times.validFrom ? 'wrongFrom' : 'notATime') }),
    ...(wrong.has('validUntil') && {
      validUntil: times.validUntil ? t('wrongUntil', { last }) : t('notATime'),
    }),
  }
}

const unknown = refused('unknown_device' as const)

function say(
  slug: string,
  done: string,
  answer: { ok: true } | { ok: false; refusal: LinkRefusal | PhoneRefusal },
): never {
  redirect(`/organizer/${slug}/devices?said=${answer.ok ? done : answer.refusal}`)
}
