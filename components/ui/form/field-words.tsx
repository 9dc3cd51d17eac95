import type { ReactNode } from 'react'
import { WarningIcon } from '../icons'

/** The label's own words: optional fields are marked, required ones are not. */
export function LabelWords({ label, optional }: { label: ReactNode; optional?: string }) {
  return (
    <>
      <span data-words="">{label}</span>
      {optional && <span className="ml-2 font-normal text-muted text-sm">{optional}</span>}
    </>
  )
}

export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null
  return (
    <p className="max-w-[65ch] text-muted text-sm" id={`${id}-hint`}>
      {children}
    </p>
  )
}

export function FieldError({ id, children }: { id: string; children?: string }) {
  if (!children) return null
  return (
    <p className="flex items-start gap-1.5 font-semibold text-bad-text" id={`${id}-error`}>
      <WarningIcon className="mt-0.5" />
      {children}
    </p>
  )
}

export const inputClass =
  'block w-full min-h-12 rounded border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink hover:border-ink focus-visible:rounded focus-visible:outline-offset-1 aria-invalid:border-2 aria-invalid:border-bad-text'
