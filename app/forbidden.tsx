import { getTranslations } from 'next-intl/server'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'

export default async function Forbidden() {
  const t = await getTranslations('errors')
  return (
    <AnswerPage strip={t('strip')} text={t('forbidden.text')} title={t('forbidden.title')}>
      <LinkButton href="/organizer" variant="primary">
        {t('toOrganizer')}
      </LinkButton>
    </AnswerPage>
  )
}
