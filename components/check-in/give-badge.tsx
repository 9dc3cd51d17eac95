import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'

/** A blank badge instead of a printed one: its number is typed, or its code comes from a scanner. */
export function GiveBadge({ action }: { action: (state: FormState, data: FormData) => Promise<FormState> }) {
  const t = useTranslations('checkIn.badge')
  return (
    <ActionForm action={action} className="space-y-3" summaryTitle={t('mistake')}>
      <TextField
        autoComplete="off"
        hint={t('numberHint')}
        label={t('number')}
        maxLength={40}
        name="badge"
        required
        spellCheck={false}
      />
      <SubmitButton size="door" variant="secondary">
        {t('give')}
      </SubmitButton>
    </ActionForm>
  )
}
