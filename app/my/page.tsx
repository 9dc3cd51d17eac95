import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MyBadge } from '@/components/registrations/my-badge'
import { QrPicture } from '@/components/registrations/qr-picture'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { attendeeKeys } from '@/lib/auth/attendee-keys'
import { now } from '@/lib/clock'
import type { Language } from '@/lib/languages'
import { qrSvg } from '@/lib/qr'
import { getMine } from '@/lib/registrations/queries'
import { PublicPage } from '../public-page'
import { cancelThis, resendThis } from './actions'

type Props = { searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my'))('title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function MyPage({ searchParams }: Props) {
  const [t, locale, keys] = await Promise.all([getTranslations('my'), getLocale(), attendeeKeys()])
  const registrations = await Promise.all(keys.map(getMine))
  const { said } = await searchParams
  return (
    <PublicPage>
      <PageHeading title={t('title')} />
      {(said === 'resent' || said === 'tooOften' || said === 'over') && (
        <Notice className="mb-8" role="status" tone={said === 'resent' ? 'good' : 'warn'} title={t(said)} />
      )}
      {registrations.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      <div className="space-y-16">
        {registrations.map((mine) => (
          <MyBadge
            cancel={cancelThis}
            key={mine.id}
            language={locale as Language}
            mine={mine}
            now={now()}
            qr={<QrPicture svg={qrSvg(mine.code)} />}
            resend={resendThis}
          />
        ))}
      </div>
    </PublicPage>
  )
}
