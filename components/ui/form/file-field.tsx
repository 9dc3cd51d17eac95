'use client'

import type { ReactNode } from 'react'
import { FieldError, inputClass } from './field-words'
import { useField } from './form-context'

type FileFieldProps = { name: string; label: ReactNode; accept: string }

/** One file. What was chosen does not come back with an answer: browsers forbid it. */
export function FileField({ name, label, accept }: FileFieldProps) {
  const { id, error, control } = useField(name)
  return (
    <div className="space-y-1.5">
      <label className="block font-semibold" htmlFor={id}>
        {label}
      </label>
      <input accept={accept} className={inputClass} id={id} name={name} type="file" {...control} />
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}
