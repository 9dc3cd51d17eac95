import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'

/** Has all failed mails that are shown tried again, after saying how many. */
export function TryAgain({ count, action }: { count: number; action: () => Promise<void> }) {
  const t = useTranslations('mail.page.tryAgain')
  const common = useTranslations('common')
  return (
    <form action={action}>
      <ConfirmButton
        cancelLabel={common('cancel')}
        confirmLabel={t('confirm', { count })}
        consequence={t('consequence')}
        isHarmless
        label={t('label', { count })}
        title={t('title', { count })}
        variant="secondary"
      />
    </form>
  )
}
