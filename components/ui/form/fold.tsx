'use client'

import { type ReactNode, useContext } from 'react'
import { FormContext } from './form-context'
import { hasErrors } from './form-state'

/** The part of a form that is opened when it is wanted, and stands open while something in it is wrong. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const { state } = useContext(FormContext)
  return (
    <details className="rounded border border-line bg-surface px-4 py-3" open={hasErrors(state)}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{title}</summary>
      <div className="space-y-4 pt-2 pb-2">{children}</div>
    </details>
  )
}
