import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import type { ReadableMail } from '@/lib/mail/schema'

type SendAgainProps = {
  mail: Pick<ReadableMail, 'state' | 'mayBeRepeated'>
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** The button that sends a mail once more, or why there is none. One that waits goes by itself. */
export function SendAgain({ mail, action }: SendAgainProps) {
  const t = useTranslations('mail.page')
  if (mail.state === 'waiting') return null
  if (!mail.mayBeRepeated) return <p className="text-muted">{t('refusals.cannot_be_repeated')}</p>
  return (
    <ActionForm action={action} className="space-y-3" summaryTitle={t('mistake')}>
      <SubmitButton pendingLabel={t('sending')}>{t('sendAgain')}</SubmitButton>
    </ActionForm>
  )
}
