'use client'

import { useContext } from 'react'
import { FormContext } from '../ui/form/form-context'

/** The link that the form's action has just made; nobody can show it again. */
export function MadeLink({ ready }: { ready: string }) {
  const { state } = useContext(FormContext)
  const [link] = state.values.link ?? []
  if (link === undefined) return null
  return (
    <div
      className="rounded border border-good-text/30 bg-good-soft p-4"
      ref={(node) => node?.focus()}
      role="status"
      tabIndex={-1}
    >
      <p className="font-semibold">{ready}</p>
      <code className="block select-all break-all">{link}</code>
    </div>
  )
}
