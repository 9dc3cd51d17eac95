import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
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
  // Where notices of events stood before they had a page of their own.
  const event = typeof slug === 'string' ? await findPublicEvent(slug) : null
  if (event) permanentRedirect(`/events/${event.slug}/privacy`)
  const [t, settings] = await Promise.all([getTranslations('privacy'), getSettings()])
  return (
    <PublicPage width="measure">
      <PageHeading note={t('lead')} title={t('title')} />
      <div className="space-y-8">
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
