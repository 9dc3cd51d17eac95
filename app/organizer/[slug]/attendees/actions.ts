'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { filterQuery } from '@/components/organizer/attendees-href'
import { viewRefusal } from '@/components/organizer/view-sentences'
import { problemSentence } from '@/components/registrations/register-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { chooseColumns } from '@/lib/attendees/choose-columns'
import { dropView } from '@/lib/attendees/drop-view'
import { listViews, readColumns } from '@/lib/attendees/queries'
import { readFilter } from '@/lib/attendees/rules'
import { saveView } from '@/lib/attendees/save-view'
import { columnsInput, viewInput } from '@/lib/attendees/schema'
import { isId } from '@/lib/ids'
import type { FieldProblem } from '@/lib/registrations/schema'
import { openDeskToAct } from '../open-desk'

/** The list as it was, with other columns: those of a view are left for one's own. */
export async function showColumns(slug: string, query: string, data: FormData): Promise<void> {
  const key = await openDeskToAct(slug, '/attendees')
  const chosen = columnsInput.safeParse(readValues(data).column ?? [])
  if (chosen.success) await chooseColumns(key, chosen.data)
  const { view: _, ...filter } = readFilter(query)
  redirect(`/organizer/${slug}/attendees?${filterQuery(filter)}`)
}

/** Keeps a filter without what was searched: names of people would outlive them there. */
export async function keepView(
  slug: string,
  query: string,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, '/attendees')
  const t = await getTranslations('organizer.list.views')
  const values = readValues(data)
  const { q: _q, after: _a, before: _b, view, ...filter } = readFilter(query)
  const read = viewInput.safeParse({
    name: values.name?.[0] ?? '',
    isShared: values.isShared?.[0] === 'on',
    query: filterQuery(filter),
  })
  if (!read.success) {
    const register = await getTranslations('register')
    const said = read.error.issues.map(({ path, message }) => [
      String(path[0]),
      problemSentence(register, message as FieldProblem),
    ])
    return { values, fieldErrors: Object.fromEntries(said) }
  }
  const shown = (await listViews(key)).find(({ id }) => id === view)
  const kept = await saveView(key, { ...read.data, columns: shown?.columns ?? (await readColumns(key)) })
  if (!kept.ok) return { values, fieldErrors: {}, formError: viewRefusal(t, kept.refusal) }
  redirect(`/organizer/${slug}/attendees?${filterQuery({ ...filter, view: kept.value.id })}`)
}

export async function forgetView(slug: string, id: string): Promise<void> {
  const key = await openDeskToAct(slug, '/attendees')
  const dropped = isId(id) ? await dropView(key, id) : notFound()
  if (!dropped.ok) notFound()
  redirect(`/organizer/${slug}/attendees`)
}
