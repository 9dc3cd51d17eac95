'use client'

import { type ReactNode, useContext } from 'react'
import { FormContext } from '@/components/ui/form/form-context'

/** What the form's action answered, in the place of the button that asked; the focus moves along. */
export function AllergyText({ children }: { children: ReactNode }) {
  const { state } = useContext(FormContext)
  const [text] = state.values.allergies ?? []
  if (text === undefined) return children
  return (
    <p className="whitespace-pre-line font-semibold" ref={(node) => node?.focus()} tabIndex={-1}>
      <bdi>{text}</bdi>
    </p>
  )
}
