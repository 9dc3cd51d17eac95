import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { WayInNotice } from '@/components/events/way-in-notice'
import { RegisterForm } from '@/components/registrations/register-form'
import { RegisteredAnswer } from '@/components/registrations/registered-answer'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import { eventWindowState, isFullOnSite } from '@/lib/events/rules'
import { newId } from '@/lib/ids'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { findEvent } from '../find-event'
import { registerInFrame } from './actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ answer?: string | string[] }> }

export const metadata: Metadata = { robots: { index: false } }

/** The form on somebody else's page. Our server takes the scripts out and lets only the event's sites frame it. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const event = await findEvent((await params).slug, '/embed')
  if (event.embedOrigins.length === 0) notFound()
  const { answer } = await searchParams
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
        <RegisterForm
          action={registerInFrame.bind(null, event.slug)}
          isFramed
          language={language}
          now={at}
          offer={offer}
          submissionId={newId()}
        />
      )}
    </main>
  )
}
