'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { assignBadge } from '@/lib/badges/assign-badge'
import { printBadge } from '@/lib/exports/print-badge'
import { isId } from '@/lib/ids'
import { openDoor } from '../../open-door'

/** Notes the print, then shows the badge to the printer. */
export async function print(slug: string, id: string, labels: string): Promise<void> {
  const { key } = await openDoor(slug)
  const printed = isId(id) ? await printBadge(key, id) : null
  if (!printed?.ok) notFound()
  redirect(`/check-in/${slug}/badges/${id}?${new URLSearchParams({ labels, printed: printed.value.ticket })}`)
}

/** Gives a blank badge that was printed before, by its number or its scanned code. */
export async function give(slug: string, id: string, _before: FormState, data: FormData): Promise<FormState> {
  const { key } = await openDoor(slug)
  const values = readValues(data)
  const given = isId(id) ? await assignBadge(key, id, values.badge?.[0] ?? '') : null
  if (!given || (!given.ok && (given.refusal === 'unknown_registration' || given.refusal === 'not_allowed')))
    notFound()
  if (given.ok)
    redirect(`/check-in/${slug}/badges/${id}?${new URLSearchParams({ given: String(given.value.number) })}`)
  const t = await getTranslations('checkIn.badge.refusals')
  return { values, fieldErrors: { badge: t(given.refusal) } }
}
