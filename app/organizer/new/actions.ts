'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { requireCreator } from '@/lib/auth/require-creator'
import type { Language } from '@/lib/dates'
import { createEvent } from '@/lib/event-files/create-event'
import { placeMistakes } from '@/lib/event-forms/place-mistakes'

export async function makeEvent(_: FormState, data: FormData): Promise<FormState> {
  const key = await requireCreator('/organizer/new')
  const [t, language] = await Promise.all([getTranslations('newEvent'), getLocale() as Promise<Language>])
  const values = readValues(data)
  const typed = (name: string) => values[name]?.[0]?.trim() ?? ''
  const made = await createEvent(
    key,
    {
      title: typed('title'),
      slug: typed('slug').toLowerCase(),
      timezone: typed('timezone'),
      starts: typed('starts'),
      ends: typed('ends'),
      role: t('role'),
      email: typed('email'),
    },
    language,
  )
  if (made.ok) redirect(`/organizer/${made.slug}/settings?said=created`)
  if (made.refusal === 'slug_taken') return { values, fieldErrors: { slug: t('taken') } }
  const mistakes = made.mistakes.map((one) =>
    one.path[0] === 'contacts' ? { ...one, path: ['email'] } : one,
  )
  const { fieldErrors, rest } = placeMistakes(mistakes, Object.keys(values), values)
  return { values, fieldErrors, ...(rest.length > 0 && { formError: rest.join(' ') }) }
}
