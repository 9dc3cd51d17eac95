'use client'

import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { FormContext } from './form-context'
import { bringBack, forget, keep } from './tab-storage'

type KeptAnswersProps = {
  /** The name under which this tab keeps them; each form has its own. */
  entry: string
  /** Controls that are never kept. */
  never: readonly string[]
  lead: ReactNode
  /** Said instead of the lead when something was brought back. */
  broughtBack: ReactNode
  afresh: ReactNode
}

/** Keeps what was typed in this tab, so that a reload loses nothing. It leaves the browser only when the form is sent. */
export function KeptAnswers({ entry, never, lead, broughtBack, afresh }: KeptAnswersProps) {
  const place = useRef<HTMLDivElement>(null)
  const { state } = useContext(FormContext)
  const [isBack, setBack] = useState(false)
  const isSentBack = state.formError !== undefined || Object.keys(state.fieldErrors).length > 0
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    if (!isSentBack && bringBack(form, entry, never)) {
      setBack(true)
      tell(form)
    }
    const note = () => keep(form, entry, never)
    form.addEventListener('input', note)
    form.addEventListener('change', note)
    return () => {
      form.removeEventListener('input', note)
      form.removeEventListener('change', note)
    }
  }, [entry, never, isSentBack])
  function startAfresh() {
    const form = place.current?.closest('form')
    form?.reset()
    if (form) tell(form)
    forget(entry)
    setBack(false)
    form?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus()
  }
  // Both sentences lie on each other, so that nothing below moves when one takes the other's place.
  return (
    <div className="mb-8 grid print:hidden" ref={place}>
      <p className={`col-start-1 row-start-1 text-muted ${isBack ? 'invisible' : ''}`}>{lead}</p>
      <p className={`col-start-1 row-start-1 ${isBack ? '' : 'invisible'}`} role="status">
        {broughtBack}{' '}
        <button
          className="font-semibold text-accent-text underline underline-offset-4"
          onClick={startAfresh}
          type="button"
        >
          {afresh}
        </button>
      </p>
    </div>
  )
}

/** Whoever follows the form's answers looks at them again. */
const tell = (form: HTMLFormElement) => form.dispatchEvent(new Event('change', { bubbles: true }))
