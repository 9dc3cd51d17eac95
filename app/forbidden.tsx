'use client'

import { useTranslations } from 'next-intl'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'

// Every page carries this one along for the case; as a leaf of the browser it costs nothing until it is shown.
export default function Forbidden() {
  const t = useTranslations('errors')
  return (
    <AnswerPage strip={t('strip')} text={t('forbidden.text')} title={t('forbidden.title')}>
      <LinkButton href="/organizer" variant="primary">
        {t('toOrganizer')}
      </LinkButton>
    </AnswerPage>
  )
}
