import type { ReactNode } from 'react'
import { limits } from '@/lib/registrations/schema'
import { ActionForm } from '../ui/form/action-form'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'

type AddressFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  name: 'newEmail' | 'theirEmail'
  label: string
  hint?: ReactNode
  submit: string
  summaryTitle: string
}

/** One address, and the button that writes to it. */
export function AddressForm({ action, name, label, hint, submit, summaryTitle }: AddressFormProps) {
  return (
    <ActionForm
      action={action}
      className="space-y-6"
      fieldNames={{ [name]: label }}
      summaryTitle={summaryTitle}
    >
      <TextField
        autoComplete={name === 'newEmail' ? 'email' : 'off'}
        hint={hint}
        inputMode="email"
        label={label}
        maxLength={limits.email}
        name={name}
        required
        spellCheck={false}
        type="email"
      />
      <SubmitButton size="large">{submit}</SubmitButton>
    </ActionForm>
  )
}
