'use server'

import { notFound, redirect } from 'next/navigation'
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
