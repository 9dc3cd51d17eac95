import type { ReactNode } from 'react'
import { limits } from '@/lib/registrations/schema'
import { ActionForm } from '../ui/form/action-form'
import { Fold } from '../ui/form/fold'
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
  /** Where it is folded away until somebody wants it: what it is for, in a few words and in more. */
  fold?: { title: string; lead: string }
}

/** One address, and the button that writes to it. */
export function AddressForm({ action, name, label, hint, submit, summaryTitle, fold }: AddressFormProps) {
  const asked = (
    <>
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
    </>
  )
  return (
    <ActionForm
      action={action}
      className="space-y-6"
      fieldNames={{ [name]: label }}
      summaryTitle={summaryTitle}
    >
      {fold ? (
        <Fold title={fold.title}>
          <p className="max-w-measure">{fold.lead}</p>
          {asked}
        </Fold>
      ) : (
        asked
      )}
    </ActionForm>
  )
}
