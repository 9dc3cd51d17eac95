import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NextErasures } from '@/components/privacy/next-erasures'
import { ProcessingRecord } from '@/components/privacy/processing-record'
import { ToldLists } from '@/components/privacy/told-lists'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import { listHandouts } from '@/lib/handouts/queries'
import { listNextErasures, listPublicNoticeVersions } from '@/lib/privacy/queries'
import { composeNotice, composeTeamRecord } from '@/lib/privacy/rules'
import { getOfferFor } from '@/lib/registrations/queries'
import { openDesk } from '../open-desk'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacyDesk')
  return { title: t('title'), robots: { index: false } }
}

export default async function DeskPrivacyPage({ params }: Props) {
  const { slug } = await params
  const key = await openDesk(slug, '/privacy')
  const [t, notice, language, offer, erasures, handouts] = await Promise.all([
    getTranslations('privacyDesk'),
    getTranslations('notice'),
    getLocale() as Promise<Language>,
    getOfferFor(key),
    listNextErasures(key),
    listHandouts(key),
  ])
  const { event } = offer
  const versions = await listPublicNoticeVersions(event)
  const text = composeNotice(offer, language)
  const at = { timezone: event.timezone, language }
  return (
    <>
      <PageHeading note={t('note')} title={t('title')} />
      <div className="space-y-12">
        <Section className="print:hidden" note={t('nextText')} title={t('next')}>
          <NextErasures erasures={erasures} language={language} />
        </Section>
        <Section className="print:hidden" note={t('toldText')} title={t('told')}>
          <ToldLists handouts={handouts} {...at} />
        </Section>
        <Section
          aside={<TextLink href={`/organizer/${event.slug}/settings/texts`}>{t('noticeOwn')}</TextLink>}
          className="print:hidden"
          note={t('noticeText')}
          title={t('notice')}
        >
          {versions.length === 0 && <p className="text-muted">{t('noticeNone')}</p>}
          <ul className="space-y-1">
            {versions.map(({ version, madeAt }) => (
              <li key={version}>
                <TextLink href={`/events/${event.slug}/privacy?version=${version}`}>
                  {t('noticeVersion', { version, moment: sayMoment(madeAt, event.timezone, language) })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
        <Section note={t('recordText')} title={`${t('record')}: ${event.title}`}>
          <div className="space-y-6">
            <ProcessingRecord caption={notice('asked')} rows={text.asked} />
            <ProcessingRecord caption={notice('comes')} rows={text.comes} />
            <ProcessingRecord caption={t('ours')} rows={composeTeamRecord(offer, language)} />
          </div>
        </Section>
      </div>
    </>
  )
}
