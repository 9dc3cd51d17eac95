'use client'

import { useTranslations } from 'next-intl'
import { AnswerPage } from '@/components/ui/answer-page'
import { buttonClass } from '@/components/ui/button-class'

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  const t = useTranslations('errors')
  return (
    <AnswerPage
      note={error.digest && t('failed.number', { number: error.digest })}
      strip={t('strip')}
      text={t('failed.text')}
      title={t('failed.title')}
    >
      <button className={buttonClass({ variant: 'primary' })} onClick={retry} type="button">
        {t('failed.again')}
      </button>
    </AnswerPage>
  )
}
