import { getLocale, getTranslations } from 'next-intl/server'
import { type FormWords, sayControl } from '@/components/event-files/describe-part'
import type { PartState, PlanShown } from '@/components/event-files/part-state'
import { emptyFormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/dates'
import { applyEventFile } from '@/lib/event-files/apply-event-file'
import { checkFile } from '@/lib/event-files/check-file'
import { previewEventFile } from '@/lib/event-files/plan-event-file'
import { getEventFile, type StoredEvent } from '@/lib/event-files/queries'
import type { EventFile } from '@/lib/event-files/schema'
import { viewFile } from '@/lib/event-files/view-file'
import { plainFile } from '@/lib/event-files/write-event-file'
import { fillPart } from '@/lib/event-forms/fill-part'
import { placeMistakes } from '@/lib/event-forms/place-mistakes'
import { readPart } from '@/lib/event-forms/read-part'
import { changeRows, readRowDeed } from '@/lib/event-forms/rules'
import type { FormValues, PartName } from '@/lib/event-forms/schema'
import type { OrganizerKey } from '@/lib/keys'
import { changedSince, sealForm } from '@/lib/registrations/form-seal'
import { drawPreview } from './draw-preview'
import { isWorthALook, showPlan } from './show-plan'

type Saved = { slug: string; isChanged: boolean }

/**
 * What one press of a part's form does: rows come and go, a preview is drawn, or the part is saved, after a second look
 * where something goes away or people are concerned. Answers what the form shows next, or that it is kept.
 */
export async function savePart(
  key: OrganizerKey,
  part: PartName,
  before: PartState,
  data: FormData,
): Promise<{ state: PartState } | { saved: Saved }> {
  const { do: pressed, ...values } = readValues(data)
  const deed = readRowDeed(pressed?.[0])
  const moved = deed && changeRows(part, values, deed)
  if (moved) return { state: { ...emptyFormState, ...moved, turn: (before.turn ?? 0) + 1 } }
  const [words, locale, stored] = await Promise.all([
    getTranslations('eventForm') as Promise<unknown> as Promise<FormWords>,
    getLocale(),
    getEventFile(key),
  ])
  const language = locale as Language
  const read = readPart(part, values, plainFile(stored.file))
  const checked = checkFile(read.source, language)
  if (pressed?.[0] === 'preview') {
    const offer = checked.ok ? viewFile(checked.file, stored, now()) : null
    return { state: { ...emptyFormState, ...(offer && { preview: drawPreview(part, offer, language) }) } }
  }
  const wrong = wrongIn(checked.ok ? [] : checked.mistakes, read.twice, values, words)
  if (wrong || !checked.ok) return { state: { values, fieldErrors: {}, turn: before.turn, ...wrong } }
  const theirs = whatOthersSaved(part, values, stored, words)
  if (theirs) return { state: { ...theirs, turn: before.turn } }
  return await save(key, {
    file: checked.file,
    stored,
    values,
    language,
    words,
    isTold: pressed?.[0] === 'tell',
  })
}

type Ready = {
  file: EventFile
  stored: StoredEvent
  values: FormValues
  language: Language
  words: FormWords
  isTold: boolean
}

async function save(key: OrganizerKey, ready: Ready): Promise<{ state: PartState } | { saved: Saved }> {
  const { file, stored, values, language, words } = ready
  const about = { eventId: key.eventId }
  const foreseen = await previewEventFile(file, { about, language, keepsMails: true })
  const shown = showPlan(foreseen, [file, stored.file], words, language)
  const isAgreed = values.agreed?.[0] === shown.agreed
  if (shown.isRefused || (isWorthALook(shown) && !isAgreed)) return planned(values, shown)
  const { refusal, plan, slug } = await applyEventFile(file, {
    about,
    actor: { kind: 'user', id: key.userId },
    act: 'changed_event',
    expectedRevision: stored.event.revision,
    keepsMails: true,
    notify: ready.isTold,
    language,
  })
  if (refusal === 'changed_meanwhile')
    return { state: { values, fieldErrors: {}, formError: words('page.changed') } }
  if (refusal) return planned(values, showPlan({ plan, concerned: 0 }, [file, stored.file], words, language))
  return { saved: { slug, isChanged: plan.length > 0 } }
}

const planned = ({ agreed: _, ...values }: FormValues, plan: PlanShown) => ({
  state: { values, fieldErrors: {}, plan },
})

type Mistakes = Parameters<typeof placeMistakes>[0]

function wrongIn(
  mistakes: Mistakes,
  twice: string[],
  values: FormValues,
  words: FormWords,
): Partial<PartState> | null {
  const { fieldErrors, rest } = placeMistakes(mistakes, Object.keys(values), values)
  for (const control of twice) fieldErrors[control] ??= words('page.twice')
  if (Object.keys(fieldErrors).length + rest.length === 0) return null
  return {
    fieldErrors,
    fieldNames: namesOf(fieldErrors, words),
    ...(rest.length > 0 && { formError: rest.join(' ') }),
  }
}

/** What somebody else saved since this form was opened, beside what was typed; the next press means it. */
function whatOthersSaved(
  part: PartName,
  values: FormValues,
  { file }: StoredEvent,
  words: FormWords,
): PartState | null {
  const stored = fillPart(part, file)
  const differs = (name: string) => stored[name]?.join() !== values[name]?.join().replaceAll('\r\n', '\n')
  const changed = changedSince(values.seen?.[0], stored).filter(differs)
  if (changed.length === 0) return null
  const say = (text: string | undefined) =>
    text ? words('page.theirs', { text }) : words('page.theirsEmpty')
  const fieldErrors = Object.fromEntries(
    changed.filter((name) => !name.endsWith('.key')).map((name) => [name, say(stored[name]?.join(', '))]),
  )
  return {
    values: { ...values, seen: [sealForm(stored)] },
    fieldErrors,
    fieldNames: namesOf(fieldErrors, words),
    formError: words('page.changed'),
  }
}

const namesOf = (fieldErrors: Record<string, string>, words: FormWords) =>
  Object.fromEntries(Object.keys(fieldErrors).map((name) => [name, `${sayControl(name, words)}:`]))
