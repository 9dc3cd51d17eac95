'use client'

import { type ReactNode, useActionState } from 'react'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'

type RecoveryCodesProps = {
  make: () => Promise<string[]>
  words: { make: string; shown: string; shownText: string }
  /** The way on, once they are shown. */
  children: ReactNode
}

/** Shows ten new codes as the answer to a press, and never again. */
export function RecoveryCodes({ make, words, children }: RecoveryCodesProps) {
  const [codes, show] = useActionState(make, null)
  if (!codes)
    return (
      <form action={show}>
        <SubmitButton size="large">{words.make}</SubmitButton>
      </form>
    )
  return (
    <div className="space-y-6">
      <Notice role="status" title={words.shown} tone="good">
        <p>{words.shownText}</p>
      </Notice>
      <ol
        className="grid gap-x-8 gap-y-2 rounded border border-line bg-surface p-5 font-mono text-lg sm:grid-cols-2"
        data-recovery-codes=""
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {children}
    </div>
  )
}
