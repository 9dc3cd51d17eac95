'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { startRefusal } from '@/components/organizer/many-sentences'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { readFilter } from '@/lib/attendees/rules'
import { sayFilter } from '@/lib/attendees/say-filter'
import { foresee } from '@/lib/bulk-acts/queries'
import { type BulkKind, bulkInput } from '@/lib/bulk-acts/schema'
import { startBulkAct } from '@/lib/bulk-acts/start-bulk-act'
import type { Language } from '@/lib/dates'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDeskToAct } from '../../open-desk'

/** Begins what was announced, with the very people who were shown; whoever came or went meanwhile is shown first. */
export async function startOnMany(
  slug: string,
  query: string,
  kind: BulkKind,
  _before: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, '/attendees')
  const t = await getTranslations('organizer.many')
  const values = readValues(data)
  const typed = (name: string) => values[name]?.[0] ?? ''
  const input = bulkInput.safeParse({
    id: typed('id'),
    kind,
    mark: typed('mark'),
    tags: typed('tags'),
    isTold: typed('isQuiet') !== 'on',
    isForced: typed('isForced') === 'on',
    reason: typed('reason'),
  })
  if (!input.success) {
    const field = String(input.error.issues[0]?.path[0])
    if (field !== 'tags' && field !== 'reason') notFound()
    return { values, fieldErrors: { [field]: t('tooLong') } }
  }
  const filter = readFilter(query)
  const language = (await getLocale()) as Language
  const words = sayFilter(filter, { offer: await getOfferFor(key), language, isDiscreet: true })
  const begun = await startBulkAct(key, filter, words, input.data)
  if (begun.ok) redirect(`/organizer/${slug}/attendees/many/${input.data.id}`)
  const sentence = startRefusal(t, begun.refusal)
  if (begun.refusal === 'tags_missing') return { values, fieldErrors: { tags: sentence } }
  if (begun.refusal === 'reason_missing') return { values, fieldErrors: { reason: sentence } }
  revalidatePath(`/organizer/${slug}/attendees/many`)
  const { mark } = await foresee(key, filter, kind)
  return { values: { ...values, mark: [mark] }, fieldErrors: {}, formError: sentence }
}
