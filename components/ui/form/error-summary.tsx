'use client'

import type { ReactNode } from 'react'
import { WarningIcon } from '../icons'
import { fieldId } from './form-context'
import type { FormState } from './form-state'

type ErrorSummaryProps = {
  title: string
  state: FormState
  names?: Record<string, string>
  /** What can be done about it at once. */
  children?: ReactNode
}

export function ErrorSummary({ title, state, names = {}, children }: ErrorSummaryProps) {
  const wrong = Object.entries(state.fieldErrors)
  return (
    <div
      className="mb-8 flex gap-3 rounded border-2 border-bad-text bg-bad-soft p-5 focus-visible:rounded"
      data-error-summary
      role="alert"
      tabIndex={-1}
    >
      <WarningIcon className="mt-0.5 text-bad-text" size={24} />
      <div className="min-w-0 space-y-2">
        <p className="font-semibold text-lg">{state.formError ?? title}</p>
        {wrong.length > 0 && (
          <ul className="space-y-1">
            {wrong.map(([name, sentence]) => (
              <li key={name}>
                <a className="text-bad-text underline underline-offset-4" href={`#${fieldId(name)}`}>
                  {names[name] && <span className="font-semibold">{names[name]} </span>}
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  )
}
