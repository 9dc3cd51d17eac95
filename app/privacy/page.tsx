import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OperatorPart } from '@/components/privacy/operator-part'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { findPublicEvent } from '@/lib/events/queries'
import { getSettings } from '@/lib/installation/queries'
import { PublicPage } from '../public-page'

type Props = { searchParams: Promise<{ event?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') }
}

export default async function PrivacyPage({ searchParams }: Props) {
  const { event: slug } = await searchParams
  const [t, settings, event] = await Promise.all([
    getTranslations('privacy'),
    getSettings(),
    typeof slug === 'string' ? findPublicEvent(slug) : null,
  ])
  return (
    <PublicPage accent={event?.accent} width="measure">
      <PageHeading note={t('lead')} title={t('title')} />
      <div className="space-y-8">
        {event?.privacyNoticeHtml && (
          <Section title={`${t('event')}: ${event.title}`}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized by lib/markdown.ts when saved */}
            <div className="prose" dangerouslySetInnerHTML={{ __html: event.privacyNoticeHtml }} />
          </Section>
        )}
        {(['who', 'long', 'rights', 'cookies'] as const).map((part) => (
          <Section key={part} title={t(part)}>
            <p className="prose">{t(`${part}Text`)}</p>
          </Section>
        ))}
        <OperatorPart settings={settings} />
      </div>
    </PublicPage>
  )
}
