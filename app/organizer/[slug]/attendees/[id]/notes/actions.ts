'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { problemSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { isId } from '@/lib/ids'
import { dropNote } from '@/lib/notes/drop-note'
import { noteInput, tagsInput } from '@/lib/notes/schema'
import { setTags } from '@/lib/notes/set-tags'
import { writeNote } from '@/lib/notes/write-note'
import type { FieldProblem } from '@/lib/registrations/schema'
import { openDeskToAct } from '../../../open-desk'

export async function noteDown(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const values = readValues(data)
  const read = noteInput.safeParse(values.text?.[0] ?? '')
  if (!read.success) {
    const problem = read.error.issues[0]!.message as FieldProblem
    return { values, fieldErrors: { text: problemSentence(await getTranslations('register'), problem) } }
  }
  const written = isId(id) ? await writeNote(key, id, read.data) : notFound()
  if (!written.ok) notFound()
  redirect(`/organizer/${slug}/attendees/${id}?done=noted#notes`)
}

export async function tagPerson(
  slug: string,
  id: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const values = readValues(data)
  const read = tagsInput.safeParse(values.tags?.[0] ?? '')
  if (!read.success) {
    const t = await getTranslations('organizer.person.notes')
    return { values, fieldErrors: { tags: t('tagsTooLong') } }
  }
  const seen = values.seen && tagsInput.safeParse(values.seen[0]).data
  const tagged = isId(id) ? await setTags(key, id, read.data, seen) : notFound()
  if (!tagged.ok) notFound()
  redirect(`/organizer/${slug}/attendees/${id}?done=tagged#notes`)
}

export async function takeNoteAway(slug: string, id: string, noteId: string): Promise<void> {
  const key = await openDeskToAct(slug, `/attendees/${id}`)
  const dropped = isId(noteId) ? await dropNote(key, noteId) : notFound()
  if (!dropped.ok && dropped.refusal === 'unknown_note') notFound()
  redirect(`/organizer/${slug}/attendees/${id}?done=${dropped.ok ? 'dropped' : 'not_yours'}#notes`)
}
