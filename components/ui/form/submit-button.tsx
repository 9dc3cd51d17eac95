'use client'

import { type ReactNode, useContext } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '../button'
import type { ButtonLook } from '../button-class'
import { FormContext } from './form-context'

type SubmitButtonProps = ButtonLook & {
  children: ReactNode
  /** What the button says while the answer is on its way. */
  pendingLabel?: ReactNode
  /** And while the form is long enough to be shown once more before it is sent. */
  reviewLabel?: ReactNode
  name?: string
  value?: string
  className?: string
}

export function SubmitButton({
  children,
  pendingLabel,
  reviewLabel,
  variant = 'primary',
  ...rest
}: SubmitButtonProps) {
  const { pending: inForm, isReviewAhead } = useContext(FormContext)
  const { pending: inPlainForm } = useFormStatus()
  const pending = inForm || inPlainForm
  return (
    <Button
      aria-busy={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      type="submit"
      variant={variant}
      {...rest}
    >
      {pending && pendingLabel ? pendingLabel : isReviewAhead && reviewLabel ? reviewLabel : children}
    </Button>
  )
}
