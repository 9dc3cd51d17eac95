import { getLocale, getTranslations } from 'next-intl/server'
import type { FormWords } from '@/components/event-files/describe-part'
import type { PartState } from '@/components/event-files/part-state'
import { readValues } from '@/lib/action'
import type { Language } from '@/lib/dates'
import { applyEventFile } from '@/lib/event-files/apply-event-file'
import { parseEventFile } from '@/lib/event-files/parse-event-file'
import { previewEventFile } from '@/lib/event-files/plan-event-file'
import { getEventFile } from '@/lib/event-files/queries'
import type { FileProblem } from '@/lib/event-files/schema'
import type { OrganizerKey } from '@/lib/keys'
import { showPlan } from '../show-plan'

/** Reads an uploaded event file and shows its plan; applies it once that very plan was agreed to. */
export async function readUpload(
  key: OrganizerKey,
  data: FormData,
): Promise<{ state: PartState } | { slug: string }> {
  const { do: pressed, agreed, ...typed } = readValues(data)
  const t = await getTranslations('settings')
  const words = (await getTranslations('eventForm')) as unknown as FormWords
  const language = (await getLocale()) as Language
  const text = (await uploaded(data)) ?? typed.text?.[0] ?? ''
  const values = { text: [text] }
  if (text.trim() === '') return { state: { values, fieldErrors: { file: t('noFile') } } }
  const parsed = parseEventFile(text, { language })
  if (!parsed.ok) return { state: { values, fieldErrors: { text: sayProblems(parsed.problems, t) } } }
  const stored = await getEventFile(key)
  // Publishing has its checks, and calling off its question: neither happens by the way.
  const file = { ...parsed.file, status: stored.file.status }
  const about = { eventId: key.eventId }
  const shown = showPlan(
    await previewEventFile(file, { about, language }),
    [file, stored.file],
    words,
    language,
  )
  if (shown.lines.length === 0) return { state: { values, fieldErrors: {}, formError: t('noChanges') } }
  if (shown.isRefused || agreed?.[0] !== shown.agreed)
    return { state: { values, fieldErrors: {}, plan: shown } }
  const { refusal, slug } = await applyEventFile(file, {
    about,
    actor: { kind: 'user', id: key.userId },
    act: 'applied_file',
    expectedRevision: stored.event.revision,
    notify: pressed?.[0] === 'tell',
    language,
  })
  if (refusal) return { state: { values, fieldErrors: {}, formError: t('said.changed_meanwhile') } }
  return { slug }
}

async function uploaded(data: FormData): Promise<string | null> {
  const file = data instanceof FormData ? data.get('file') : null
  return file instanceof File && file.size > 0 ? await file.text() : null
}

function sayProblems(
  problems: FileProblem[],
  t: Awaited<ReturnType<typeof getTranslations<'settings'>>>,
): string {
  const first = problems
    .slice(0, 5)
    .map(({ line, path, sentence }) => t('problemAt', { line, path: path && `${path}:`, sentence }))
  return `${t('problems', { count: problems.length })}. ${first.join('; ')}`
}
