import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { ChangeForm } from '@/components/registrations/change-form'
import { LateForm } from '@/components/registrations/late-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { now } from '@/lib/clock'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { getOwnForm } from '@/lib/registrations/own-form'
import { saveAnswers } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('change')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function EditPage({ params }: Props) {
  const key = await requireAttendee((await params).id)
  const { offer, held, values, seen, state, frozenAt } = await getOwnForm(key)
  if (state === 'over') notFound()
  const { event } = offer
  const [t, locale] = await Promise.all([getTranslations('change'), getLocale()])
  const language = locale as Language
  const until = sayMoment(frozenAt, event.timezone, language)
  const mine = { values, version: held.version, seen }
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={event.title}
        title={t('title')}
      />
      {state === 'frozen' ? (
        <>
          <Notice className="mb-8" title={t('frozen', { until })} tone="warn">
            {t('frozenText', { contact: event.contacts[0]?.email ?? t('organizers') })}
          </Notice>
          <LateForm {...mine} action={saveAnswers.bind(null, held.id)} event={event} />
        </>
      ) : (
        <>
          <p className="mb-8 text-muted">{t('lead', { until })}</p>
          {held.isSharing && (
            <Notice className="mb-8" title={t('sharing')}>
              <p className="mb-3">{t('sharingText')}</p>
              <LinkButton href={`/my/share/${held.id}`}>{t('sharingPart')}</LinkButton>
            </Notice>
          )}
          <ChangeForm
            {...mine}
            action={saveAnswers.bind(null, held.id)}
            email={held.email}
            isInvited={held.isInvited}
            language={language}
            now={now()}
            offer={offer}
            registrationId={held.id}
          />
        </>
      )}
    </PublicPage>
  )
}
