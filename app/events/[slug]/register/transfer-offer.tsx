import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { KnownEmail } from '@/components/registrations/known-email'
import { RegisterForm } from '@/components/registrations/register-form'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { now } from '@/lib/clock'
import { saySpan } from '@/lib/dates'
import type { EventView } from '@/lib/events/schema'
import { newId } from '@/lib/ids'
import type { Language } from '@/lib/languages'
import { findPublicLink } from '@/lib/registrations/find-link'
import { openToSuccessor } from '@/lib/registrations/own-form'
import { getPublicOffer } from '@/lib/registrations/queries'
import { takeOverHere } from './actions'

/** The form of the event for the one a place is passed on to, as long as the offer stands. */
export async function TransferOffer({ event, token }: { event: EventView; token: string }) {
  const [t, register, locale, link] = await Promise.all([
    getTranslations('change'),
    getTranslations('register'),
    getLocale(),
    findPublicLink('transfer', token),
  ])
  const language = locale as Language
  if (link?.eventId !== event.id)
    return (
      <PublicPage accent={event.accent} width="measure">
        <EmptyState
          action={<LinkButton href={`/events/${event.slug}`}>{event.title}</LinkButton>}
          title={t('transfer.over')}
        >
          {t('transfer.overText')}
        </EmptyState>
      </PublicPage>
    )
  const offer = await openToSuccessor(await getPublicOffer(event), link.registrationId)
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href={`/events/${event.slug}`}>{event.title}</TextLink>}
        note={saySpan(event.startsAt, event.endsAt, event.timezone, language)}
        title={t('transfer.taking', { event: event.title })}
      />
      <p className="mb-8">{t('transfer.takingText')}</p>
      <RegisterForm
        action={takeOverHere.bind(null, event.slug)}
        knownEmail={<KnownEmail address={link.email} label={register('email')} />}
        language={language}
        now={now()}
        offer={offer}
        submissionId={newId()}
        transfer={{ token, registrationId: link.registrationId }}
      />
    </PublicPage>
  )
}
