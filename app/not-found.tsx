import { getTranslations } from 'next-intl/server'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'

export default async function NotFound() {
  const t = await getTranslations('errors')
  return (
    <AnswerPage strip={t('strip')} text={t('notFound.text')} title={t('notFound.title')}>
      <LinkButton href="/" variant="primary">
        {t('toEvents')}
      </LinkButton>
    </AnswerPage>
  )
}
