import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { keptEntry } from '@/components/registrations/kept-entry'
import { RegisteredAnswer } from '@/components/registrations/registered-answer'
import { LinkButton } from '@/components/ui/button'
import { ForgetAnswers } from '@/components/ui/form/forget-answers'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { findEvent } from '../find-event'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ answer?: string | string[] }> }

export const metadata: Metadata = { robots: { index: false } }

export default async function RegisteredPage({ params, searchParams }: Props) {
  const event = await findEvent((await params).slug, '/registered')
  const { answer } = await searchParams
  const [t, locale, offer] = await Promise.all([
    getTranslations('registered'),
    getLocale(),
    getPublicOffer(event),
  ])
  const standing = typeof answer === 'string' ? unsealAnswer(event.id, answer) : null
  return (
    <RegisteredAnswer language={locale as Language} offer={offer} standing={standing}>
      {standing && <ForgetAnswers entry={keptEntry(event)} />}
      <LinkButton href={`/events/${event.slug}`}>{t('back')}</LinkButton>
    </RegisteredAnswer>
  )
}
