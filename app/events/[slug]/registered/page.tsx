import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { keptEntry } from '@/components/registrations/kept-entry'
import { StandingLists } from '@/components/registrations/standing-lists'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'
import { ForgetAnswers } from '@/components/ui/form/forget-answers'
import type { Language } from '@/lib/languages'
import { getPublicOffer } from '@/lib/registrations/queries'
import { claimLabels } from '@/lib/registrations/rules'
import { unsealAnswer } from '@/lib/registrations/seal-answer'
import { findEvent } from '../find-event'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ answer?: string | string[] }> }

export const metadata: Metadata = { robots: { index: false } }

export default async function RegisteredPage({ params, searchParams }: Props) {
  const event = await findEvent((await params).slug, '/registered')
  const { answer } = await searchParams
  const [t, locale] = await Promise.all([getTranslations('registered'), getLocale()])
  const standing = typeof answer === 'string' ? unsealAnswer(event.id, answer) : null
  const status = standing && standing.status !== 'cancelled' ? standing.status : 'unknown'
  const ahead = standing?.claims.find(({ kind }) => kind === 'event')?.ahead ?? 0
  const offer = await getPublicOffer(event)
  return (
    <AnswerPage
      accent={event.accent ?? undefined}
      note={t('noMail', { contact: event.contacts[0]?.email ?? '' })}
      strip={event.title}
      text={t(`${status}Text`, { ahead })}
      title={<span data-registration-status={status}>{t(status)}</span>}
    >
      {standing && <ForgetAnswers entry={keptEntry(event)} />}
      {standing && (
        <StandingLists claims={standing.claims} labels={claimLabels(offer, locale as Language, [])} />
      )}
      <LinkButton href={`/events/${event.slug}`}>{t('back')}</LinkButton>
    </AnswerPage>
  )
}
