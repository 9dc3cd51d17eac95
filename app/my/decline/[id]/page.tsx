import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GiveBackList } from '@/components/registrations/give-back-list'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { getMine } from '@/lib/registrations/queries'
import { mayCancel } from '@/lib/registrations/rules'
import { PublicPage } from '../../../public-page'
import { declineThis } from '../../actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('my.decline')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where the mail about something that came free leads those who no longer need it. */
export default async function DeclinePage({ params }: Props) {
  const mine = await getMine(await requireAttendee((await params).id))
  const [t, locale] = await Promise.all([getTranslations('my.decline'), getLocale()])
  const { event } = mine.offer
  const isOpen = mayCancel(event, mine.status, now()) && mine.claims.some(({ state }) => state === 'held')
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={`${event.title} · ${saySpan(event.startsAt, event.endsAt, event.timezone, locale as Language)}`}
        title={t('title')}
      />
      {isOpen ? (
        <>
          <p className="mb-6 text-muted">{t('lead')}</p>
          <GiveBackList action={declineThis} language={locale as Language} mine={mine} />
          <LinkButton className="mt-8" href="/my">
            {t('keep')}
          </LinkButton>
        </>
      ) : (
        <EmptyState title={t('nothing')} />
      )}
    </PublicPage>
  )
}
