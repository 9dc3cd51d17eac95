'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { importRefusal } from '@/components/imports/import-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { isId } from '@/lib/ids'
import { checkImport } from '@/lib/imports/check-import'
import { dropImport } from '@/lib/imports/drop-import'
import { findImport } from '@/lib/imports/queries'
import { targetsOf } from '@/lib/imports/rules'
import { importChoices } from '@/lib/imports/schema'
import { startImport } from '@/lib/imports/start-import'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDeskToAct } from '../../../open-desk'

/** Keeps what the columns mean and shows what would become of each row; nobody is registered yet. */
export async function checkColumns(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/import/${id}`)
  const list = await findImport(key, id)
  if (!list) notFound()
  const values = readValues(data)
  const targets = targetsOf(await getOfferFor(key))
  const mapping = list.headers.map(
    (_, at) => targets.find((target) => target === values[`column.${at}`]?.[0]) ?? ('' as const),
  )
  const choices = importChoices.safeParse({
    presence: values.presence?.[0],
    language: values.language?.[0],
    known: values.known?.[0],
    isTold: values.isTold?.[0] === 'on',
    isForced: values.isForced?.[0] === 'on',
    reason: values.reason?.[0] ?? '',
  })
  const t = await getTranslations('imports')
  if (!choices.success) return { values, fieldErrors: { reason: t('tooLong') } }
  const checked = await checkImport(key, id, { mapping, choices: choices.data })
  if (checked.ok) redirect(`/organizer/${slug}/attendees/import/${id}`)
  const sentence = importRefusal(t, checked.refusal)
  if (checked.refusal === 'reason_missing') return { values, fieldErrors: { reason: sentence } }
  return { values, fieldErrors: {}, formError: sentence }
}

export async function beginImport(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/import/${id}`)
  const begun = isId(id) ? await startImport(key, id) : notFound()
  if (!begun.ok) notFound()
  redirect(`/organizer/${slug}/attendees/import/${id}`)
}

export async function dropList(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/import/${id}`)
  const dropped = isId(id) ? await dropImport(key, id) : notFound()
  if (!dropped.ok) notFound()
  redirect(`/organizer/${slug}/attendees/import`)
}
