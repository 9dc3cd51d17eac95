'use client'

import type { ReactNode } from 'react'
import { FieldError, Hint, inputClass, LabelWords } from './field-words'
import { useField } from './form-context'

type SelectFieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: string
  options: { value: string; label: string; disabled?: boolean }[]
  /** The first, empty line: nothing is chosen for anybody. */
  emptyLabel?: string
  required?: boolean
  defaultValue?: string
  className?: string
}

export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  emptyLabel,
  ...field
}: SelectFieldProps) {
  const { id, error, values, control } = useField(name, hint)
  const value = values?.[0] ?? field.defaultValue ?? ''
  return (
    <div className={`space-y-1.5 ${field.className ?? ''}`}>
      <label className="block font-semibold" htmlFor={id}>
        <LabelWords label={label} optional={optional} />
      </label>
      <Hint id={id}>{hint}</Hint>
      <select
        className={inputClass}
        defaultValue={value}
        id={id}
        key={value}
        name={name}
        required={field.required}
        {...control}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option disabled={option.disabled} key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}
