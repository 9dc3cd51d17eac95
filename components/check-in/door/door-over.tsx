import { useTranslations } from 'next-intl'
import { AnswerPage } from '@/components/ui/answer-page'
import { buttonClass } from '@/components/ui/button-class'
import { LostWords } from './lost-words'

/** Revoked, expired, signed out or forgotten: nothing of the event is on this device any more. */
export function DoorOver({ slug }: { slug: string }) {
  const t = useTranslations('checkIn.over')
  return (
    <AnswerPage strip={t('strip')} text={t('text')} title={t('title')}>
      <LostWords className="w-full" />
      <a className={buttonClass({ variant: 'primary', size: 'large' })} href={`/check-in/${slug}`}>
        {t('again')}
      </a>
    </AnswerPage>
  )
}
