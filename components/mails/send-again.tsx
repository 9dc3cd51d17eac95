import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'

type SendAgainProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

export function SendAgain({ action }: SendAgainProps) {
  const t = useTranslations('mail.page')
  return (
    <ActionForm action={action} className="space-y-3" summaryTitle={t('mistake')}>
      <SubmitButton pendingLabel={t('sending')}>{t('sendAgain')}</SubmitButton>
    </ActionForm>
  )
}
