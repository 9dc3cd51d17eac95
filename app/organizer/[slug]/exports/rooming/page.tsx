import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { HotelHandout } from '@/components/exports/hotel-handout'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { countRooming } from '@/lib/exports/count-changes'
import { newId } from '@/lib/ids'
import { openDesk } from '../../open-desk'
import { handOverHere } from '../actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.exports.lists.rooming')
  return { title: t('title'), robots: { index: false } }
}

export default async function RoomingPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/exports/rooming')
  const event = await getEventFor(key)
  const [t, language, { said }, standings] = await Promise.all([
    getTranslations('organizer.exports'),
    getLocale() as Promise<Language>,
    searchParams,
    countRooming(key, event),
  ])
  return (
    <div className="max-w-4xl space-y-10">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/exports`}>{t('paper.back')}</TextLink>}
        note={t('lists.rooming.text')}
        title={t('lists.rooming.title')}
      />
      {said === 'handed' && <Notice role="status" title={t('handout.said.handed')} tone="good" />}
      {said === 'changed' && (
        <Notice role="status" title={t('handout.refusals.changed_meanwhile')} tone="warn" />
      )}
      {standings.length === 0 && <EmptyState title={t('handout.noHotel')} />}
      {standings.map((standing) => (
        <HotelHandout
          handOver={handOverHere}
          handoutId={newId()}
          key={standing.hotel.id}
          language={language}
          slug={slug}
          timezone={event.timezone}
          {...standing}
        />
      ))}
    </div>
  )
}
