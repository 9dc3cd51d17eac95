import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { NoticeView } from '@/components/privacy/notice-view'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayDay } from '@/lib/dates'
import { findPublicNotice, listPublicNoticeVersions } from '@/lib/privacy/queries'
import { findEvent } from '../find-event'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, event] = await Promise.all([
    getTranslations('notice'),
    findEvent((await params).slug, '/privacy'),
  ])
  return { title: `${t('title')}: ${event.title}` }
}

export default async function EventPrivacyPage({ params, searchParams }: Props) {
  const event = await findEvent((await params).slug, '/privacy')
  const { version } = await searchParams
  const language = (await getLocale()) as Language
  const asked = typeof version === 'string' && /^\d{1,6}$/.test(version) ? Number(version) : undefined
  const notice = (await findPublicNotice(event, language, asked)) ?? notFound()
  const [t, versions] = await Promise.all([getTranslations('notice'), listPublicNoticeVersions(event)])
  const here = `/events/${event.slug}/privacy`
  const older = versions.filter((one) => one.version !== notice.version)
  const say = (at: Date) => sayDay(at, event.timezone, language)
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href={`/events/${event.slug}`}>{event.title}</TextLink>}
        note={t('lead')}
        title={t('title')}
      />
      {notice.madeAt && (
        <p className="-mt-4 mb-8 text-muted">
          {t('version', { version: notice.version, day: say(notice.madeAt) })}
        </p>
      )}
      <NoticeView
        contacts={event.contacts}
        language={language}
        newestHref={here}
        notice={notice}
        timezone={event.timezone}
      />
      <div className="mt-10 space-y-2">
        {older.length > 0 && (
          <nav aria-label={t('older')}>
            <ul className="space-y-1">
              {older.map((one) => (
                <li key={one.version}>
                  <TextLink href={`${here}?version=${one.version}`}>
                    {t('version', { version: one.version, day: say(one.madeAt) })}
                  </TextLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <TextLink href="/privacy">{t('house')}</TextLink>
      </div>
    </PublicPage>
  )
}
