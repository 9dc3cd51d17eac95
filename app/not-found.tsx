'use client'

import { useTranslations } from 'next-intl'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'

// Every page carries this one along for the case; as a leaf of the browser it costs nothing until it is shown.
export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <AnswerPage strip={t('strip')} text={t('notFound.text')} title={t('notFound.title')}>
      <LinkButton href="/" variant="primary">
        {t('toEvents')}
      </LinkButton>
    </AnswerPage>
  )
}
