'use client'

import type { ReactNode } from 'react'
import { FieldError, Hint, LabelWords } from './field-words'
import { useField } from './form-context'

type TickFieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: string
  required?: boolean
  defaultTicked?: boolean
}

/** One box to tick; sends `on`. Never ticked for anybody. */
export function TickField({ name, label, hint, optional, required, defaultTicked = false }: TickFieldProps) {
  const { id, error, values, control } = useField(name, hint)
  return (
    <div className="space-y-1">
      <label className="flex min-h-11 items-start gap-3 py-2.5" htmlFor={id}>
        <input
          className="mt-0.5 size-5 shrink-0"
          defaultChecked={values ? values.includes('on') : defaultTicked}
          id={id}
          name={name}
          required={required}
          type="checkbox"
          {...control}
        />
        <span className="max-w-[65ch]">
          <LabelWords label={label} optional={optional} />
        </span>
      </label>
      <div className="space-y-1 pl-8">
        <Hint id={id}>{hint}</Hint>
        <FieldError id={id}>{error}</FieldError>
      </div>
    </div>
  )
}
