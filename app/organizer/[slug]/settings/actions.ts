'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { PartState } from '@/components/event-files/part-state'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { requireCreator } from '@/lib/auth/require-creator'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/dates'
import { duplicateEvent } from '@/lib/event-files/duplicate-event'
import { isDate } from '@/lib/event-files/rules'
import { setStatus } from '@/lib/event-files/set-status'
import { placeMistakes } from '@/lib/event-forms/place-mistakes'
import { roomOf } from '@/lib/event-forms/rules'
import { type PartName, partNames } from '@/lib/event-forms/schema'
import { openDeskToAct } from '../open-desk'
import { savePart } from '../save-part'
import { readUpload } from './read-upload'

export async function changePart(
  slug: string,
  part: PartName,
  before: PartState,
  data: FormData,
): Promise<PartState> {
  if (!partNames.includes(part)) notFound()
  const key = await openDeskToAct(slug, roomOf(part))
  const answer = await savePart(key, part, before, data)
  if ('state' in answer) return answer.state
  const { saved } = answer
  const word = saved.isChanged ? now().getTime().toString(36) : 'nothing'
  redirect(`/organizer/${saved.slug}${roomOf(part)}?saved=${word}`)
}

export async function changeStatus(slug: string, revision: number, data: FormData): Promise<void> {
  const key = await openDeskToAct(slug, '/settings')
  const wish = readValues(data).status?.[0]
  const isSure = wish === 'published-anyway'
  const status = isSure ? 'published' : wish
  if (status !== 'draft' && status !== 'published' && status !== 'cancelled') notFound()
  const answer = await setStatus(key, status, { expectedRevision: revision, isSure, notify: true })
  redirect(`/organizer/${slug}/settings?said=${answer.ok ? status : answer.refusal}`)
}

export async function makeEdition(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/settings/edition')
  const creator = await requireCreator()
  const [t, settings] = [await getTranslations('newEvent'), await getTranslations('eventForm.page')]
  const language = (await getLocale()) as Language
  const values = readValues(data)
  const typed = (name: string) => values[name]?.[0]?.trim() ?? ''
  const starts = typed('starts')
  if (!isDate(starts)) return { values, fieldErrors: { starts: settings('noDate') } }
  const edition = typed('edition')
  const input = { starts, title: typed('title'), slug: typed('slug').toLowerCase(), series: typed('series') }
  const made = await duplicateEvent(
    key,
    creator,
    { ...input, edition: edition === '' ? undefined : Number(edition) },
    language,
  )
  if (made.ok) redirect(`/organizer/${made.slug}/settings?said=created`)
  if (made.refusal === 'slug_taken') return { values, fieldErrors: { slug: t('taken') } }
  const { fieldErrors, rest } = placeMistakes(made.mistakes, Object.keys(values), values)
  return { values, fieldErrors, ...(rest.length > 0 && { formError: rest.join(' ') }) }
}

export async function applyFile(slug: string, _: PartState, data: FormData): Promise<PartState> {
  const key = await openDeskToAct(slug, '/settings/file')
  const answer = await readUpload(key, data)
  if ('state' in answer) return answer.state
  redirect(`/organizer/${answer.slug}/settings?said=applied`)
}
