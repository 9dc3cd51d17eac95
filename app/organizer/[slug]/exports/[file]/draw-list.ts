import { getTranslations } from 'next-intl/server'
import { type Language, saySpan } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import { drawPdf } from '@/lib/exports/draw-pdf'
import { listBadges } from '@/lib/exports/list-badges'
import { saySheet } from '@/lib/exports/say-sheet'
import type { ExportList, Sheet } from '@/lib/exports/schema'
import type { OrganizerKey } from '@/lib/keys'
import { readLabels } from '@/lib/labels'
import type { Result } from '@/lib/result'
import { sayNote } from './say-note'

/** A list as PDF in the words of whoever asks; badges lie where the labels of their sheet do. */
export async function drawList(
  key: OrganizerKey,
  sheet: Sheet,
  list: ExportList,
  event: EventView,
  language: Language,
  query: URLSearchParams,
): Promise<Result<Buffer, 'letters'>> {
  const t = await getTranslations('organizer.exports')
  const title = t(`lists.${list}.title`)
  if (list === 'badges') {
    const { preset, shift, blanks } = readLabels(query)
    const badges = await listBadges(key, sheet, blanks)
    const noCamera = t('paper.noCamera')
    return await drawPdf({ kind: 'badges', title, event: event.title, noCamera, preset, shift, badges })
  }
  const { headings, rows } = await saySheet(sheet, event.timezone, language)
  return await drawPdf({
    kind: 'table',
    title,
    event: `${event.title} · ${saySpan(event.startsAt, event.endsAt, event.timezone, language)}`,
    note: await sayNote(list, sheet, event.timezone, language),
    page: t('paper.page'),
    headings,
    rows,
  })
}
