import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { AddressForm } from '@/components/registrations/address-form'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { getMine } from '@/lib/registrations/queries'
import { askForAddress } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('change')
  return { title: t('email.title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function EmailPage({ params, searchParams }: Props) {
  const key = await requireAttendee((await params).id)
  const [t, register, mine, { said }] = await Promise.all([
    getTranslations('change'),
    getTranslations('register'),
    getMine(key),
    searchParams,
  ])
  if (mine.status === 'cancelled') notFound()
  return (
    <PublicPage accent={mine.offer.event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={mine.offer.event.title}
        title={t('email.title')}
      />
      {said === 'asked' && (
        <Notice className="mb-8" role="status" title={t('email.asked')} tone="good">
          {t('email.askedText')}
        </Notice>
      )}
      <p className="mb-8 break-words">{t('email.lead', { address: mine.email })}</p>
      <AddressForm
        action={askForAddress.bind(null, mine.id)}
        label={t('email.field')}
        name="newEmail"
        submit={t('email.send')}
        summaryTitle={register('refusals.wrong_answers')}
      />
    </PublicPage>
  )
}
