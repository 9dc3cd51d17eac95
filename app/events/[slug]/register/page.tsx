import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { PublicPage } from '@/app/public-page'
import { RegisterForm } from '@/components/registrations/register-form'
import { WayInWords } from '@/components/registrations/way-in-words'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import { eventWindowState, isFullOnSite } from '@/lib/events/rules'
import { newId } from '@/lib/ids'
import type { Language } from '@/lib/languages'
import { findPublicOpening, holds, isMoreClosed } from '@/lib/registrations/find-opening'
import { getPublicOffer } from '@/lib/registrations/queries'
import { findEvent } from '../find-event'
import { registerHere } from './actions'
import { TransferOffer } from './transfer-offer'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<'transfer' | 'code' | 'invitation', string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEvent((await params).slug, '/register')
  const t = await getTranslations('register')
  // A code in the address is nobody else's business; "no-referrer" would also take the form's Origin.
  return { title: t('title', { event: event.title }), robots: { index: false }, referrer: 'same-origin' }
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const shown = await searchParams
  const event = await findEvent((await params).slug, '/register')
  const { transfer } = shown
  if (typeof transfer === 'string') return <TransferOffer event={event} token={transfer} />
  const at = now()
  if (eventWindowState(event, at) !== 'open') redirect(`/events/${event.slug}`)
  const [t, locale, offer] = await Promise.all([
    getTranslations('register'),
    getLocale(),
    getPublicOffer(event),
  ])
  const language = locale as Language
  const networkAddress = await clientAddress()
  const way = { code: one(shown.code), invitation: one(shown.invitation), networkAddress }
  const opening = await findPublicOpening(offer, way)
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
      <WayInWords isMoreClosed={isMoreClosed(offer, opening)} opening={opening} />
      <RegisterForm
        action={registerHere.bind(null, event.slug)}
        hasCode={holds(opening)}
        language={language}
        now={at}
        offer={offer}
        opening={opening}
        submissionId={newId()}
      />
    </PublicPage>
  )
}

const one = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null
