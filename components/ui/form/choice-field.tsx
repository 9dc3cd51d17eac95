'use client'

import type { ReactNode } from 'react'
import { FieldError, Hint, LabelWords } from './field-words'
import { useField } from './form-context'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  badge?: ReactNode
  disabled?: boolean
}

type ChoiceFieldProps = {
  name: string
  legend: ReactNode
  /** When the question above already asks it. */
  hideLegend?: boolean
  hint?: ReactNode
  optional?: string
  options: Choice[]
  multiple?: boolean
  required?: boolean
  defaultValues?: string[]
  columns?: 1 | 2 | 3
}

/** Radio buttons, or with `multiple` checkboxes, each a card as large as a thumb. */
export function ChoiceField({
  name,
  legend,
  hideLegend,
  hint,
  optional,
  options,
  ...field
}: ChoiceFieldProps) {
  const { id, error, values, control } = useField(name, hint)
  const { autoFocus, ...described } = control
  const chosen = values ?? field.defaultValues ?? []
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'grid-cols-2 sm:grid-cols-3' }[field.columns ?? 1]
  return (
    <fieldset aria-describedby={described['aria-describedby']} className="space-y-2">
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-semibold'}>
        <LabelWords label={legend} optional={optional} />
      </legend>
      <Hint id={id}>{hint}</Hint>
      <div className={`grid gap-2 ${grid}`}>
        {options.map((option, at) => (
          <label
            className={`${card} ${option.disabled ? 'border-dashed text-muted' : 'hover:border-ink'}`}
            key={option.value}
          >
            <input
              aria-describedby={option.hint ? `${id}-${at}-hint` : undefined}
              aria-invalid={described['aria-invalid']}
              aria-labelledby={`${id}-${at}-label`}
              className="mt-0.5 size-5 shrink-0"
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              id={at === 0 ? id : `${id}-${at}`}
              name={name}
              required={field.required && !field.multiple}
              type={field.multiple ? 'checkbox' : 'radio'}
              value={option.value}
              {...(at === 0 && { autoFocus })}
            />
            <span className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
              <span className={`min-w-0 grow ${option.badge ? 'basis-40' : 'basis-0'}`}>
                <span className="break-words font-medium" data-words="" id={`${id}-${at}-label`}>
                  {option.label}
                </span>
                {option.hint && (
                  <span className="block text-muted text-sm first-letter:uppercase" id={`${id}-${at}-hint`}>
                    {option.hint}
                  </span>
                )}
              </span>
              {option.badge}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  )
}

const card =
  'flex min-h-12 items-start gap-3 rounded border border-line-strong bg-surface px-3 py-3 sm:px-4 has-checked:border-accent-text has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent-text has-aria-invalid:border-bad-text'
