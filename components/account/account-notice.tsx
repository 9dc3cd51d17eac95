import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type AccountNoticeProps = {
  said?: string | string[]
  /** A second factor is missing before anything else opens. */
  isOwing: boolean
  /** Where somebody wanted to go before they were led here. */
  to: string | null
}

/** What is missing, or what became of the last press as the address says it; anything else in it says nothing. */
export function AccountNotice({ said, isOwing, to }: AccountNoticeProps) {
  const t = useTranslations('account')
  const word = typeof said === 'string' && /^[a-z_]+$/.test(said) ? said : ''
  const done = `said.${word}` as 'said.name'
  const refusal = `refusals.${word}` as 'refusals.wrong_code'
  return (
    <div className="mb-8 space-y-4 empty:hidden">
      {isOwing && (
        <Notice role="alert" title={t('owedTitle')} tone="warn">
          <p>{t('owedText')}</p>
        </Notice>
      )}
      {word && t.has(done) && <Notice role="status" title={t(done)} tone="good" />}
      {word && t.has(refusal) && <Notice role="alert" title={t(refusal)} tone="warn" />}
      {!isOwing && to && (
        <Notice role="status" title={t('doneTitle')} tone="good">
          <p>{t('doneText')}</p>
          <LinkButton className="mt-2" href={to} variant="primary">
            {t('goOn')}
          </LinkButton>
        </Notice>
      )}
    </div>
  )
}
