'use client'

import type { ReactNode } from 'react'
import { FieldError, Hint, LabelWords } from './field-words'
import { useField } from './form-context'

export type Chip = {
  value: string
  /** Above the date: the weekday. */
  over?: ReactNode
  label: ReactNode
  /** Under the date: what is left. */
  under?: ReactNode
  disabled?: boolean
}

type ChipsFieldProps = {
  name: string
  legend: ReactNode
  hideLegend?: boolean
  hint?: ReactNode
  optional?: string
  chips: Chip[]
  defaultValues?: string[]
}

/** Days or nights in a row, each a toggle. */
export function ChipsField({
  name,
  legend,
  hideLegend,
  hint,
  optional,
  chips,
  defaultValues,
}: ChipsFieldProps) {
  const { id, error, values, control } = useField(name, hint)
  const { autoFocus, ...described } = control
  const chosen = values ?? defaultValues ?? []
  return (
    <fieldset aria-describedby={described['aria-describedby']} className="space-y-2">
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-semibold'}>
        <LabelWords label={legend} optional={optional} />
      </legend>
      <Hint id={id}>{hint}</Hint>
      <div className="flex flex-wrap gap-2">
        {chips.map((chip, at) => (
          <label
            className={`${shape} ${chip.disabled ? 'border-dashed text-muted' : 'hover:border-ink'}`}
            key={chip.value}
          >
            <input
              aria-invalid={described['aria-invalid']}
              className="absolute top-2.5 right-2.5 size-4"
              defaultChecked={chosen.includes(chip.value)}
              disabled={chip.disabled}
              id={at === 0 ? id : `${id}-${at}`}
              name={name}
              type="checkbox"
              value={chip.value}
              {...(at === 0 && { autoFocus })}
            />
            {chip.over && (
              <span className="pr-6 text-muted text-sm" data-words="">
                {chip.over}
              </span>
            )}
            <span className="font-bold text-lg leading-tight" data-words="">
              {chip.label}
            </span>
            {chip.under && <span className="mt-1 text-sm">{chip.under}</span>}
          </label>
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  )
}

const shape =
  'relative flex min-h-16 min-w-[7rem] flex-col rounded border border-line-strong bg-surface px-3.5 py-2.5 has-checked:border-accent-text has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent-text has-focus-visible:outline-3 has-focus-visible:outline-accent-text has-focus-visible:outline-offset-2 has-aria-invalid:border-bad-text'
