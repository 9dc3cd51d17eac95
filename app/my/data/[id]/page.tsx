import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { MyConsents } from '@/components/privacy/my-consents'
import { MyTrail } from '@/components/privacy/my-trail'
import { MyAnswers } from '@/components/registrations/my-answers'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import type { Language } from '@/lib/languages'
import { getMyData } from '@/lib/privacy/queries'
import { getMine } from '@/lib/registrations/queries'
import { withdrawThis } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('change')
  return { title: t('data.title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function DataPage({ params, searchParams }: Props) {
  const key = await requireAttendee((await params).id)
  const [t, locale, mine, data, { said }] = await Promise.all([
    getTranslations('change'),
    getLocale(),
    getMine(key),
    getMyData(key),
    searchParams,
  ])
  const language = locale as Language
  const id = key.registrationId
  return (
    <PublicPage accent={mine.offer.event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={t('data.lead')}
        title={t('data.title')}
      />
      {said === 'withdrawn' && (
        <Notice className="mb-8" role="status" title={t('data.withdrawn')} tone="good" />
      )}
      {said === 'nothing' && <Notice className="mb-8" role="status" title={t('data.nothing')} tone="warn" />}
      <div className="space-y-10">
        <LinkButton document href={`/my/data/${id}/download`} variant="primary">
          {t('data.download')}
        </LinkButton>
        <MyConsents data={data} id={id} language={language} withdraw={withdrawThis} />
        <MyAnswers language={language} level={2} mine={mine} />
        <MyTrail data={data} language={language} />
        {mine.cancelReason !== 'erased' && (
          <LinkButton href={`/my/erase/${id}`} variant="danger">
            {t('data.erase')}
          </LinkButton>
        )}
      </div>
    </PublicPage>
  )
}
