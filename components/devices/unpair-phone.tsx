import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'

/** The way out for a phone without an account, quietly below the work. */
export function UnpairPhone({ action }: { action: () => Promise<void> }) {
  const t = useTranslations('devices.unpair')
  return (
    <form action={action} className="px-4 pb-8 sm:px-8">
      <ConfirmButton
        cancelLabel={t('cancel')}
        confirmLabel={t('confirm')}
        consequence={t('text')}
        label={t('button')}
        title={t('title')}
        variant="quiet"
      />
    </form>
  )
}
