'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import { emptyFormState, type FormState, hasErrors } from './form-state'
import { type AnswerPart, readAnswers } from './read-answers'
import { Review, type ReviewWords } from './review'
import { SubmitButton } from './submit-button'

type ActionFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** Carries what is known already, for example when a registration is edited. */
  initialState?: FormState
  /** Heads the list of errors: "Two answers are missing" is better than "Error". */
  summaryTitle: string
  /** What each control is called in that list; its sentence alone may fit several. */
  fieldNames?: Record<string, string>
  /** With these words a form that is complete shows all answers once more before it is sent. */
  review?: ReviewWords
  children: ReactNode
  id?: string
  className?: string
}

export function ActionForm({
  action,
  initialState = emptyFormState,
  summaryTitle,
  fieldNames,
  review,
  children,
  ...rest
}: ActionFormProps) {
  const t = useTranslations('errors.form')
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // Written on the server the form needs the action itself: without scripts the browser posts to it.
  const [state, formAction, pending] = useActionState(isLive ? send : action, initialState)
  const form = useRef<HTMLFormElement>(null)
  const isSent = useRef(false)
  const [shown, setShown] = useState<{ of: FormState; parts: AnswerPart[] } | null>(null)
  const isReviewing = shown?.of === state
  const isReviewAhead = isLive && review !== undefined && !isReviewing && !state.isUnsent

  useEffect(() => {
    if (state !== initialState && hasErrors(state)) focusFirstWrong(form.current)
  }, [state, initialState])
  useEffect(() => {
    if (!pending) isSent.current = false
  }, [pending])

  // An answer that never came leaves the page as it is, with the same submission to send once more.
  async function send(before: FormState, data: FormData): Promise<FormState> {
    try {
      return await action(before, data)
    } catch (error) {
      unstable_rethrow(error)
      if (unstable_isUnrecognizedActionError(error))
        return { ...before, fieldErrors: {}, formError: t('outdated') }
      return { ...before, fieldErrors: {}, formError: t('unsent'), isUnsent: true }
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // A second press comes before anything is drawn anew.
    if (isSent.current) return
    const sent = event.currentTarget
    // What the browser misses, the server says in our own sentences, beside the fields.
    if (review && isReviewAhead && sent.checkValidity())
      return setShown({ of: state, parts: readAnswers(sent, review) })
    isSent.current = true
    const data = new FormData(sent, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(() => formAction(data))
  }

  function change(id?: string) {
    flushSync(() => setShown(null))
    const target = id
      ? document.getElementById(id)
      : form.current?.querySelector<HTMLElement>('[type=submit]')
    target?.focus()
  }

  return (
    <FormContext value={{ state, pending, isReviewAhead }}>
      {/* Our own sentences replace the browser's bubbles, which speak the browser's language. */}
      <form action={formAction} noValidate onSubmit={submit} ref={form} {...rest}>
        {hasErrors(state) && !isReviewing && (
          <ErrorSummary names={state.fieldNames ?? fieldNames} state={state} title={summaryTitle}>
            {state.isUnsent && <SubmitButton pendingLabel={t('sending')}>{t('again')}</SubmitButton>}
          </ErrorSummary>
        )}
        {review ? <div hidden={isReviewing}>{children}</div> : children}
        {isReviewing && review && <Review onChange={change} parts={shown.parts} words={review} />}
      </form>
    </FormContext>
  )
}

function focusFirstWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const target = wrong ?? form?.querySelector<HTMLElement>('[data-error-summary]')
  target?.focus()
}

const never = () => () => {}
