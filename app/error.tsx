'use client'

import { useTranslations } from 'next-intl'
import { AnswerPage } from '@/components/ui/answer-page'
import { Button } from '@/components/ui/button'

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
      <Button onClick={retry} variant="primary">
        {t('failed.again')}
      </Button>
    </AnswerPage>
  )
}
