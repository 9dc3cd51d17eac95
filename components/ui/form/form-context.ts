'use client'

import { createContext, useContext } from 'react'
import { emptyFormState, type FormState } from './form-state'

type FormStanding = {
  state: FormState
  pending: boolean
  /** Pressing the button shows the answers once more before they are sent. */
  isReviewAhead: boolean
}

export const FormContext = createContext<FormStanding>({
  state: emptyFormState,
  pending: false,
  isReviewAhead: false,
})

/** A control's share of the form's state, and the attributes that tie it to its hint and its error. */
export function useField(name: string, hint?: unknown) {
  const { state } = useContext(FormContext)
  const error = state.fieldErrors[name]
  const id = fieldId(name)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    values: state.values[name],
    /** Without JavaScript the browser itself puts the cursor into the first wrong field. */
    control: {
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described || undefined,
      autoFocus: error !== undefined && Object.keys(state.fieldErrors)[0] === name,
    },
  }
}

export function fieldId(name: string): string {
  return `field-${name}`
}
