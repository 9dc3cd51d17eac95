import { useTranslations } from 'next-intl'
import type { ClaimState } from '@/lib/places/schema'
import { SubmitButton } from '../ui/form/submit-button'
import { Notice } from '../ui/notice'

type ConfirmAddressProps = {
  registrationId: string
  until: string
  /** What is lost without it. */
  standing: ClaimState
  isOver: boolean
  action: (data: FormData) => Promise<void>
}

/** One button says that the mailbox is theirs. */
export function ConfirmAddress({ registrationId, until, standing, isOver, action }: ConfirmAddressProps) {
  const t = useTranslations('my.standing')
  if (isOver) return <Notice title={t('tooLate')} tone="warn" />
  return (
    <Notice title={t('confirmTitle')} tone="info">
      <p>{t('confirmText', { until, standing })}</p>
      <form action={action} className="pt-2">
        <input name="registration" type="hidden" value={registrationId} />
        <SubmitButton>{t('confirm')}</SubmitButton>
      </form>
    </Notice>
  )
}
