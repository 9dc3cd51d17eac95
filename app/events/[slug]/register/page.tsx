import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { RegisterForm } from '@/components/registrations/register-form'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import { eventWindowState, isFullOnSite } from '@/lib/events/rules'
import { newId } from '@/lib/ids'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { findEvent } from '../find-event'
import { registerHere } from './actions'
import { TransferOffer } from './transfer-offer'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ transfer?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEvent((await params).slug, '/register')
  const t = await getTranslations('register')
  return { title: t('title', { event: event.title }), robots: { index: false } }
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const event = await findEvent((await params).slug, '/register')
  const { transfer } = await searchParams
  if (typeof transfer === 'string') return <TransferOffer event={event} token={transfer} />
  const at = now()
  if (eventWindowState(event, at) !== 'open') redirect(`/events/${event.slug}`)
  const [t, locale, offer] = await Promise.all([
    getTranslations('register'),
    getLocale(),
    getPublicOffer(event),
  ])
  const language = locale as Language
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href={`/events/${event.slug}`}>{event.title}</TextLink>}
        note={saySpan(event.startsAt, event.endsAt, event.timezone, language)}
        title={t('title', { event: event.title })}
      />
      {isFullOnSite(event) && event.waiting !== 'off' && (
        <Notice className="mb-8" title={t('full')} tone="warn">
          {t('fullText')}
        </Notice>
      )}
      <RegisterForm
        action={registerHere.bind(null, event.slug)}
        language={language}
        now={at}
        offer={offer}
        submissionId={newId()}
      />
    </PublicPage>
  )
}
