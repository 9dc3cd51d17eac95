import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'

/** Cancels for somebody, after saying what that does. */
export function CancelPerson({ name, action }: { name: string; action: () => Promise<void> }) {
  const t = useTranslations('organizer.cancel')
  return (
    <form action={action}>
      <ConfirmButton
        cancelLabel={t('keep')}
        confirmLabel={t('confirm')}
        consequence={t('consequence')}
        label={t('label')}
        title={t('title', { name })}
      />
    </form>
  )
}
