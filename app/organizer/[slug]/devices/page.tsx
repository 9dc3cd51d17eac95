import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DevicesNotice } from '@/components/devices/devices-notice'
import { LinkCard } from '@/components/devices/link-card'
import { LinkForm } from '@/components/devices/link-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { now } from '@/lib/clock'
import { isoInZone, type Language, sayMoment } from '@/lib/dates'
import { listLinks } from '@/lib/devices/queries'
import { lastInstant } from '@/lib/devices/rules'
import { getEventFor } from '@/lib/events/queries'
import { openDesk } from '../open-desk'
import { makeLinkHere, rename, sendAway, takeLinkBack } from './actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('devices')
  return { title: t('title'), robots: { index: false } }
}

export default async function DevicesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/devices')
  const event = await getEventFor(key)
  const [t, language, { said }, links] = await Promise.all([
    getTranslations('devices'),
    getLocale() as Promise<Language>,
    searchParams,
    listLinks(key),
  ])
  const { timezone } = event
  const last = lastInstant(event)
  const local = (at: Date) => isoInZone(at, timezone).slice(0, 16)
  const deeds = {
    takeBack: takeLinkBack.bind(null, slug),
    sendAway: sendAway.bind(null, slug),
    rename: rename.bind(null, slug),
  }
  return (
    <div className="max-w-6xl space-y-12">
      <div>
        <PageHeading note={t('note')} title={t('title')} />
        <DevicesNotice said={said} />
        {links.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
        <div className="space-y-5" data-print="hide">
          {links.map((link) => (
            <LinkCard deeds={deeds} key={link.id} language={language} link={link} timezone={timezone} />
          ))}
        </div>
      </div>
      <Section note={t('makeNote')} title={t('make')}>
        {now() < last ? (
          <LinkForm
            action={makeLinkHere.bind(null, slug)}
            event={event.title}
            from={local(now())}
            last={sayMoment(last, timezone, language)}
            until={local(last)}
            zone={timezone}
          />
        ) : (
          <Notice>{t('over')}</Notice>
        )}
      </Section>
    </div>
  )
}
