import type { ButtonVariant } from '@/components/ui/button-class'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'

type ProofFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  field: { name: string; label: string; hint: string; isNumber?: boolean }
  mistake: string
  submit: string
  variant?: ButtonVariant
}

/** One code, typed. */
export function ProofForm({ action, field, mistake, submit, variant }: ProofFormProps) {
  const { isNumber = false, ...rest } = field
  return (
    <ActionForm action={action} className="space-y-5" summaryTitle={mistake}>
      <TextField
        {...rest}
        autoComplete={isNumber ? 'one-time-code' : 'off'}
        inputMode={isNumber ? 'numeric' : undefined}
        maxLength={20}
        required
        spellCheck={false}
      />
      <SubmitButton size="large" variant={variant}>
        {submit}
      </SubmitButton>
    </ActionForm>
  )
}
