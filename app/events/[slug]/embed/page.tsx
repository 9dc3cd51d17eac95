import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { clientAddress } from '@/app/client-address'
import { WayInNotice } from '@/components/events/way-in-notice'
import { RegisterForm } from '@/components/registrations/register-form'
import { RegisteredAnswer } from '@/components/registrations/registered-answer'
import { WayInWords } from '@/components/registrations/way-in-words'
import { LinkButton } from '@/components/ui/button'
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
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { findEvent } from '../find-event'
import { registerInFrame } from './actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<'answer' | 'code' | 'invitation', string | string[] | undefined>>
}

// A code in the address is nobody else's business.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** The form on somebody else's page. Our server takes the scripts out and lets only the event's sites frame it. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const event = await findEvent((await params).slug, '/embed')
  if (event.embedOrigins.length === 0) notFound()
  const { answer, code, invitation } = await searchParams
  const [t, back, locale, offer] = await Promise.all([
    getTranslations('register'),
    getTranslations('registered'),
    getLocale(),
    getPublicOffer(event),
  ])
  const language = locale as Language
  const at = now()
  const address = `/events/${event.slug}`
  if (typeof answer === 'string') {
    return (
      <RegisteredAnswer language={language} offer={offer} standing={unsealAnswer(event.id, answer)}>
        <LinkButton href={address} target="_blank">
          {back('back')}
        </LinkButton>
      </RegisteredAnswer>
    )
  }
  const isOpen = eventWindowState(event, at) === 'open'
  const way = { code: one(code), invitation: one(invitation), networkAddress: await clientAddress() }
  const opening = await findPublicOpening(offer, way)
  return (
    <main
      className="mx-auto w-full max-w-measure px-5 py-6"
      data-accent={event.accent ?? undefined}
      id="main"
    >
      <PageHeading
        above={
          <TextLink href={address} target="_blank">
            {event.title}
          </TextLink>
        }
        note={[saySpan(event.startsAt, event.endsAt, event.timezone, language), event.venueName]
          .filter(Boolean)
          .join(' · ')}
        title={t('title', { event: event.title })}
      />
      {!isOpen && <WayInNotice event={event} language={language} now={at} />}
      {isOpen && isFullOnSite(event) && event.waiting !== 'off' && (
        <Notice className="mb-8" title={t('full')} tone="warn">
          {t('fullText')}
        </Notice>
      )}
      {isOpen && (
        <>
          <WayInWords isMoreClosed={isMoreClosed(offer, opening)} language={language} opening={opening} />
          <RegisterForm
            action={registerInFrame.bind(null, event.slug)}
            hasCode={holds(opening)}
            isFramed
            language={language}
            now={at}
            offer={offer}
            opening={opening}
            submissionId={newId()}
          />
        </>
      )}
    </main>
  )
}

const one = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null
