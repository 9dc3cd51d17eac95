import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { saySpan } from '@/lib/dates'
import type { Language } from '@/lib/languages'
import { mayCancel } from '@/lib/registrations/rules'
import type { MyRegistration } from '@/lib/registrations/schema'
import { BadgeCard } from '../ui/badge-card'
import { LinkButton } from '../ui/button'
import { ConfirmButton } from '../ui/confirm-button'
import { SubmitButton } from '../ui/form/submit-button'
import { Tag, type Tone } from '../ui/tag'
import { MyAnswers } from './my-answers'
import { NextSteps } from './next-steps'

type MyBadgeProps = {
  mine: MyRegistration
  language: Language
  now: Date
  qr: ReactNode
  /** What they hold and wait for, with its buttons. */
  standing: ReactNode
  cancel: (data: FormData) => Promise<void>
  resend: (data: FormData) => Promise<void>
}

/** The badge itself, what it stands for, and what its person can do with it. */
export function MyBadge({ mine, language, now, qr, standing, cancel, resend }: MyBadgeProps) {
  const t = useTranslations('my')
  const common = useTranslations('common')
  const { event } = mine.offer
  const isLive = mine.status !== 'cancelled'
  const ahead = mine.claims.find(({ kind }) => kind === 'event')?.ahead ?? null
  const position = ahead === null ? undefined : t('position', { ahead })
  return (
    <section
      className="grid gap-10 grid-cols-[minmax(0,1fr)] lg:grid-cols-[28rem_minmax(0,1fr)]"
      data-accent={event.accent ?? undefined}
    >
      <BadgeCard
        accent={event.accent ?? undefined}
        event={event.title}
        eventNote={saySpan(event.startsAt, event.endsAt, event.timezone, language)}
        footer={isLive ? position : t(mine.cancelReason === 'transferred' ? 'passedOnNote' : 'cancelledNote')}
        heading="h2"
        name={mine.name}
        noCamera={mine.photo === 'no_camera' ? common('noCamera') : undefined}
        organization={mine.organization ?? undefined}
        qr={mine.status === 'confirmed' ? qr : undefined}
        qrNote={t('qr', { code: mine.code })}
        status={
          <span data-registration-status={mine.status}>
            <Tag tone={tones[mine.status]}>{t(mine.status)}</Tag>
          </span>
        }
      />
      <div className="space-y-8 lg:pt-14">
        {isLive && standing}
        <NextSteps language={language} mine={mine} now={now} />
        <MyAnswers language={language} mine={mine} />
        <div className="flex flex-wrap items-start gap-3" data-print="hide">
          <LinkButton href={`/events/${event.slug}`}>{t('event')}</LinkButton>
          {isLive && (
            <>
              <LinkButton document href={`/events/${event.slug}/calendar.ics`}>
                {t('ics')}
              </LinkButton>
              <form action={resend}>
                <input name="registration" type="hidden" value={mine.id} />
                <SubmitButton variant="secondary">{t('resend')}</SubmitButton>
              </form>
            </>
          )}
          {mayCancel(event, mine.status, now) && (
            <form action={cancel}>
              <input name="registration" type="hidden" value={mine.id} />
              <ConfirmButton
                cancelLabel={t('cancelKeep')}
                confirmLabel={t('cancelConfirm')}
                consequence={t('cancelText')}
                label={t('cancel')}
                title={t('cancelTitle', { event: event.title })}
              />
            </form>
          )}
        </div>
      </div>
    </section>
  )
}

const tones: Record<MyRegistration['status'], Tone> = {
  confirmed: 'good',
  waitlisted: 'wait',
  unverified: 'info',
  pending_approval: 'info',
  cancelled: 'bad',
}
