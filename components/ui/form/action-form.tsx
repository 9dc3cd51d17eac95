'use client'

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import { emptyFormState, type FormState } from './form-state'

type ActionFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** Carries what is known already, for example when a registration is edited. */
  initialState?: FormState
  /** Heads the list of errors: "Two answers are missing" is better than "Error". */
  summaryTitle: string
  /** What each control is called in that list; its sentence alone may fit several. */
  fieldNames?: Record<string, string>
  children: ReactNode
  id?: string
  className?: string
}

export function ActionForm({
  action,
  initialState = emptyFormState,
  summaryTitle,
  fieldNames,
  children,
  ...rest
}: ActionFormProps) {
  const [state, formAction, pending] = useActionState(action, initialState)
  const form = useRef<HTMLFormElement>(null)
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

  useEffect(() => {
    if (state !== initialState && hasErrors(state)) focusFirstWrong(form.current)
  }, [state, initialState])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => formAction(data))
  }

  return (
    <FormContext value={{ state, pending }}>
      {/* Once live, our own sentences replace the browser's bubbles, which speak the browser's language. */}
      <form action={formAction} noValidate={isLive} onSubmit={submit} ref={form} {...rest}>
        {hasErrors(state) && <ErrorSummary names={fieldNames} state={state} title={summaryTitle} />}
        {children}
      </form>
    </FormContext>
  )
}

function hasErrors(state: FormState): boolean {
  return state.formError !== undefined || Object.keys(state.fieldErrors).length > 0
}

function focusFirstWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const target = wrong ?? form?.querySelector<HTMLElement>('[data-error-summary]')
  target?.focus()
}

const never = () => () => {}
