import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { AddressForm } from '@/components/registrations/address-form'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { now } from '@/lib/clock'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { findOpenTransfer, getMine } from '@/lib/registrations/queries'
import { mayTransfer, transferEndsAt } from '@/lib/registrations/rules'
import { keepPlace, offerPlace } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('change')
  return { title: t('transfer.title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function TransferPage({ params, searchParams }: Props) {
  const key = await requireAttendee((await params).id)
  const mine = await getMine(key)
  const { event } = mine.offer
  const [t, register, locale, open, { said }] = await Promise.all([
    getTranslations('change'),
    getTranslations('register'),
    getLocale(),
    findOpenTransfer(key),
    searchParams,
  ])
  if (!mayTransfer(event, mine, now()))
    return (
      <PublicPage accent={event.accent} width="measure">
        <PageHeading note={event.title} title={t('transfer.title')} />
        <EmptyState
          action={<LinkButton href="/my">{t('back')}</LinkButton>}
          title={t(said === 'tooLate' ? 'transfer.tooLate' : 'transfer.notNow')}
        >
          {t('transfer.notNowText')}
        </EmptyState>
      </PublicPage>
    )
  const say = (at: Date) => sayMoment(at, event.timezone, locale as Language)
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={event.title}
        title={t('transfer.title')}
      />
      {(said === 'asked' || said === 'withdrawn') && (
        <Notice className="mb-8" role="status" title={t(`transfer.${said}`)} tone="good" />
      )}
      {said === 'tooLate' && (
        <Notice className="mb-8" role="status" title={t('transfer.tooLate')} tone="warn" />
      )}
      {open && (
        <form action={keepPlace} className="mb-10 space-y-4">
          <p className="break-words">
            {t('transfer.open', { address: open.email, until: say(open.expiresAt) })}
          </p>
          <input name="registration" type="hidden" value={mine.id} />
          <SubmitButton variant="secondary">{t('transfer.withdraw')}</SubmitButton>
        </form>
      )}
      <p className="mb-8">{t('transfer.lead')}</p>
      <AddressForm
        action={offerPlace.bind(null, mine.id)}
        hint={t('transfer.until', { until: say(transferEndsAt(event, mine.presence, now())) })}
        label={t('transfer.field')}
        name="theirEmail"
        submit={t('transfer.send')}
        summaryTitle={register('refusals.wrong_answers')}
      />
    </PublicPage>
  )
}
