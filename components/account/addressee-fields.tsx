import type { ReactNode } from 'react'
import { languages } from '@/lib/languages'
import { SelectField } from '../ui/form/select-field'
import { TextField } from '../ui/form/text-field'

type AddresseeFieldsProps = {
  labels: { email: string; emailHint: string; language: string }
  /** The one that is chosen at first. */
  language: string
  /** What is asked in between. */
  children?: ReactNode
}

/** To whom a mail goes that asks somebody in, and in which language it is written. */
export function AddresseeFields({ labels, language, children }: AddresseeFieldsProps) {
  return (
    <>
      <TextField
        autoComplete="off"
        hint={labels.emailHint}
        inputMode="email"
        label={labels.email}
        maxLength={254}
        name="email"
        required
        spellCheck={false}
        type="email"
      />
      {children}
      <SelectField
        defaultValue={language}
        label={labels.language}
        name="language"
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}
