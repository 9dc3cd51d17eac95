import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { fileRefusal } from '@/components/imports/import-sentences'
import { UploadForm } from '@/components/imports/upload-form'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { newId } from '@/lib/ids'
import { listImports } from '@/lib/imports/queries'
import { openDesk } from '../../open-desk'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title'), robots: { index: false } }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/attendees/import')
  const [t, rooms, language, event, lists, { refused }] = await Promise.all([
    getTranslations('imports'),
    getTranslations('organizer.rooms'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    listImports(key),
    searchParams,
  ])
  const refusal = typeof refused === 'string' ? fileRefusal(t, refused) : null
  return (
    <div className="space-y-8">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/attendees`}>{rooms('attendees')}</TextLink>}
        note={t('note')}
        title={t('title')}
      />
      {refusal && (
        <Notice role="alert" title={t('notRead')} tone="bad">
          {refusal}
        </Notice>
      )}
      <UploadForm id={newId()} slug={slug} />
      {lists.length > 0 && (
        <Section note={t('keptNote')} title={t('lists')}>
          <ul className="space-y-2">
            {lists.map((list) => (
              <li key={list.id}>
                <TextLink href={`/organizer/${slug}/attendees/import/${list.id}`}>
                  {t('list', {
                    at: sayMoment(list.createdAt, event.timezone, language),
                    rows: list.rows,
                    state: t(`states.${list.state}`),
                  })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
