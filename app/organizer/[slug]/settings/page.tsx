import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EditionList } from '@/components/event-files/edition-list'
import { PartLinks } from '@/components/event-files/part-links'
import { StandingBox } from '@/components/event-files/standing-box'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { adminKey } from '@/lib/auth/require-admin'
import { findCreatorKey } from '@/lib/auth/require-creator'
import { listOrganizerKeys } from '@/lib/auth/require-organizer'
import { requireUser } from '@/lib/auth/require-user'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/dates'
import { checkBeforePublishing } from '@/lib/event-files/check-before-publishing'
import { foreseeStatus } from '@/lib/event-files/foresee-status'
import { getEventFile } from '@/lib/event-files/queries'
import { listEditions } from '@/lib/events/queries'
import { openDesk } from '../open-desk'
import { changeStatus } from './actions'
import { sayDoubts } from './say-doubts'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ said?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizer.rooms')
  return { title: t('settings'), robots: { index: false } }
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/settings')
  const user = await requireUser()
  const stored = await getEventFile(key)
  const { file, event } = stored
  const [t, rooms, more, language, { said }, creator, foreseen, editions] = await Promise.all([
    getTranslations('settings'),
    getTranslations('organizer.rooms'),
    getTranslations('newEdition'),
    getLocale() as Promise<Language>,
    searchParams,
    findCreatorKey(user),
    foreseeStatus(key, stored),
    listEditions(adminKey(user) ?? (await listOrganizerKeys(user)), file.series ?? null),
  ])
  const doubts = file.status === 'draft' ? checkBeforePublishing(file, now()) : []
  const isGood =
    said === 'published' ||
    said === 'draft' ||
    said === 'cancelled' ||
    said === 'created' ||
    said === 'applied'
  const isBad = said === 'changed_meanwhile' || said === 'not_ready' || said === 'somebody_registered'
  return (
    <div className="space-y-12">
      <PageHeading note={t('lead')} title={rooms('settings')} />
      {(isGood || isBad) && (
        <Notice role="status" title={t(`said.${said}`)} tone={isGood ? 'good' : 'warn'} />
      )}
      <Section title={t('standing')}>
        <StandingBox
          act={changeStatus.bind(null, slug, event.revision)}
          doubts={await sayDoubts(doubts, file, language)}
          foreseen={foreseen}
          status={file.status ?? 'draft'}
        />
      </Section>
      <Section title={t('parts')}>
        <PartLinks slug={slug} />
      </Section>
      <Section note={file.series && t('seriesNote', { series: file.series })} title={t('series')}>
        <EditionList current={event.id} editions={editions} language={language} />
        {creator && <LinkButton href={`/organizer/${slug}/settings/edition`}>{more('link')}</LinkButton>}
      </Section>
      <Section note={t('fileNote')} title={t('file')}>
        <div className="flex flex-wrap gap-3">
          <LinkButton document href={`/organizer/${slug}/settings/event.yaml`}>
            {t('download')}
          </LinkButton>
          <LinkButton href={`/organizer/${slug}/settings/file`}>{t('upload')}</LinkButton>
        </div>
      </Section>
    </div>
  )
}
