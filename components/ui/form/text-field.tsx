'use client'

import type { ComponentProps, ReactNode } from 'react'
import { FieldError, Hint, inputClass, LabelWords } from './field-words'
import { useField } from './form-context'

type Passed = Pick<
  ComponentProps<'input'>,
  | 'type'
  | 'autoComplete'
  | 'maxLength'
  | 'required'
  | 'inputMode'
  | 'spellCheck'
  | 'pattern'
  | 'min'
  | 'max'
  | 'dir'
>

type TextFieldProps = Passed & {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** More about it, for those who hesitate. */
  help?: ReactNode
  /** The word "optional", where the answer is. */
  optional?: string
  /** Number of lines; more than one makes it a box. */
  lines?: number
  defaultValue?: string
  className?: string
}

export function TextField({
  name,
  label,
  hint,
  help,
  optional,
  lines = 1,
  defaultValue,
  className = '',
  ...rest
}: TextFieldProps) {
  const { id, error, values, control } = useField(name, hint)
  const shared = { id, name, defaultValue: values?.[0] ?? defaultValue, dir: 'auto', ...rest, ...control }
  const { type = 'text', inputMode, pattern, min, max, ...forBox } = shared
  return (
    <div className={`space-y-1.5 ${className}`}>
      <label className="block font-semibold" htmlFor={id}>
        <LabelWords label={label} optional={optional} />
      </label>
      <Hint id={id}>{hint}</Hint>
      {help}
      {lines > 1 ? (
        <textarea {...forBox} className={inputClass} rows={lines} />
      ) : (
        <input {...forBox} {...{ inputMode, pattern, min, max }} className={inputClass} type={type} />
      )}
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}
