import { useTranslations } from 'next-intl'
import { AnswerPage } from '@/components/ui/answer-page'
import { buttonClass } from '@/components/ui/button-class'
import type { DoorState } from './door-state'

type DoorOverProps = { over: NonNullable<DoorState['over']>; slug: string }

/** Revoked, expired, signed out or forgotten: nothing of the event is on this device any more. */
export function DoorOver({ over, slug }: DoorOverProps) {
  const t = useTranslations('checkIn.over')
  const unsent = over.unsent > 0 ? ` ${t('unsent', { count: over.unsent })}` : ''
  return (
    <AnswerPage strip={t('strip')} text={t('text') + unsent} title={t('title')}>
      <a className={buttonClass({ variant: 'primary', size: 'large' })} href={`/check-in/${slug}`}>
        {t('again')}
      </a>
    </AnswerPage>
  )
}
