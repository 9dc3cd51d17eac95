import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BadgeSheets } from '@/components/exports/badge-sheets'
import { KitchenCards } from '@/components/exports/kitchen-cards'
import { LabelForm } from '@/components/exports/label-form'
import { LetterBuckets } from '@/components/exports/letter-buckets'
import { PageRule } from '@/components/exports/page-rule'
import { PaperHead } from '@/components/exports/paper-head'
import { PaperTable } from '@/components/exports/paper-table'
import { EmptyState } from '@/components/ui/empty-state'
import { type Language, saySpan } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { listBadges } from '@/lib/exports/list-badges'
import { openSheet } from '@/lib/exports/open-sheet'
import { isPrintTicket } from '@/lib/exports/print-ticket'
import { readWish } from '@/lib/exports/rules'
import { saySheet } from '@/lib/exports/say-sheet'
import { exportLists, mostOnPdf } from '@/lib/exports/schema'
import { readLabels } from '@/lib/labels'
import { openDesk } from '../../../open-desk'
import { sayNote } from '../say-note'

type Props = {
  params: Promise<{ slug: string; file: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('exports'), robots: { index: false } }
}

/** A list for paper. Its address alone shows nothing: the way in writes to the history who looks at what. */
export default async function PrintPage({ params, searchParams }: Props) {
  const { slug, file } = await params
  const key = await openDesk(slug, `/exports/${file}/print`)
  const list = exportLists.find((one) => one === file) ?? notFound()
  const asked = Object.entries(await searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  )
  const query = new URLSearchParams(asked)
  const wish = readWish(list, asked)
  const ticket = query.get('shown') ?? ''
  query.delete('shown')
  if (!isPrintTicket(key, list, wish, ticket)) redirect(`/organizer/${slug}/exports/${list}.print?${query}`)
  const [t, language, event] = await Promise.all([
    getTranslations('organizer'),
    getLocale() as Promise<Language>,
    getEventFor(key),
  ])
  const opened = await openSheet(key, list, wish, event)
  if (!opened.ok) notFound()
  const sheet = opened.value
  const labels = readLabels(query)
  const title = t(`exports.lists.${list}.title`)
  const span = saySpan(event.startsAt, event.endsAt, event.timezone, language)
  const instead = (['many', 'letters'] as const).find((one) => one === query.get('instead'))
  const head = (
    <PaperHead
      back={`/organizer/${slug}/exports`}
      event={`${event.title} · ${span}`}
      instead={instead && t(`exports.paper.instead.${instead}`, { most: mostOnPdf })}
      note={await sayNote(list, sheet, event.timezone, language)}
      title={title}
    >
      {list === 'badges' && <LabelForm asked={asked} labels={labels} />}
    </PaperHead>
  )
  if (list === 'badges') {
    const [width, height] = labels.preset.page
    return (
      <>
        <PageRule margin="0" size={`${width}mm ${height}mm`} />
        <div data-print="hide">{head}</div>
        <BadgeSheets
          badges={await listBadges(key, sheet, labels.blanks)}
          event={event.title}
          title={title}
          {...labels}
        />
      </>
    )
  }
  const paper = await saySheet(sheet, event.timezone, language)
  return (
    <>
      <PageRule left={`${event.title} · ${title}`} word={t('exports.paper.page')} />
      {head}
      {paper.rows.length === 0 && <EmptyState title={t('exports.paper.empty')} />}
      {paper.rows.length > 0 && list === 'kitchen' && <KitchenCards paper={paper} />}
      {paper.rows.length > 0 && list === 'check-in' && (
        <LetterBuckets noCamera={t('photo.no_camera')} paper={paper} title={title} />
      )}
      {paper.rows.length > 0 && list !== 'kitchen' && list !== 'check-in' && (
        <PaperTable caption={title} paper={paper} />
      )}
    </>
  )
}
