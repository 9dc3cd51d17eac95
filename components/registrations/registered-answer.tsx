import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { callOffOf, hotelOf } from '@/lib/hotels/rules'
import type { Language } from '@/lib/languages'
import { claimLabels, unconfirmedStanding } from '@/lib/registrations/rules'
import type { EventOffer, Standing } from '@/lib/registrations/schema'
import { AnswerPage } from '../ui/answer-page'
import { CallOffNote } from './call-off-note'
import { StandingLists } from './standing-lists'

type RegisteredAnswerProps = {
  offer: EventOffer
  /** Null when the address says nothing we can believe. */
  standing: Omit<Standing, 'registrationId'> | null
  language: Language
  /** The way on. */
  children: ReactNode
}

/** Where somebody stands who has just registered; neither code nor link, which are in the mail. */
export function RegisteredAnswer({ offer, standing, language, children }: RegisteredAnswerProps) {
  const t = useTranslations('registered')
  const { event } = offer
  const status = standing && standing.status !== 'cancelled' ? standing.status : 'unknown'
  const ahead = standing?.claims.find(({ kind }) => kind === 'event')?.ahead ?? 0
  const lost = unconfirmedStanding(standing?.claims ?? [])
  const room = standing?.claims.find(({ kind, state }) => kind === 'stay' && state === 'held')
  const callOff = room && callOffOf(hotelOf(offer.hotels, room.subjectId))
  return (
    <AnswerPage
      accent={event.accent ?? undefined}
      note={t('noMail', { contact: event.contacts[0]?.email ?? '' })}
      strip={event.title}
      text={t(`${status}Text`, { ahead, hours: event.confirmHours, standing: lost })}
      title={<span data-registration-status={status}>{t(status)}</span>}
    >
      {standing && <StandingLists claims={standing.claims} labels={claimLabels(offer, language, [])} />}
      {callOff && <CallOffNote callOff={callOff} language={language} />}
      {children}
    </AnswerPage>
  )
}
