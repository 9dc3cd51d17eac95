'use client'

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ButtonVariant } from '@/components/ui/button-class'
import { emptyFormState, type FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'

type Deed =
  | { does: 'make'; ask: () => Promise<PublicKeyCredentialCreationOptionsJSON> }
  | { does: 'prove'; ask: () => Promise<PublicKeyCredentialRequestOptionsJSON> }

type PasskeyFormProps = Deed & {
  /** Takes the form with what the browser signed, as `answer`; comes back only with what went wrong. */
  send: (state: FormState, data: FormData) => Promise<FormState>
  words: { submit: string; failed: string; needsScript: string }
  variant?: ButtonVariant
  children?: ReactNode
}

/** A form that the browser itself answers, with a passkey; there is no way to do that without JavaScript. */
export function PasskeyForm({ send, words, variant, children, ...deed }: PasskeyFormProps) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [state, answer, isSending] = useActionState(send, emptyFormState)
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const problem = hasFailed ? words.failed : state.formError
  if (!isLive) return <p className="text-muted">{words.needsScript}</p>

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isAsking || isSending || !event.currentTarget.reportValidity()) return
    const data = new FormData(event.currentTarget)
    setAsking(true)
    setFailed(false)
    try {
      data.set('answer', JSON.stringify(await sign(deed)))
      startTransition(() => answer(data))
    } catch {
      setFailed(true)
    }
    setAsking(false)
  }

  return (
    <form className="space-y-4" onSubmit={submit}>
      {problem && !isSending && <Notice role="alert" title={problem} tone="warn" />}
      {children}
      <SubmitButton variant={variant}>{words.submit}</SubmitButton>
    </form>
  )
}

async function sign(deed: Deed) {
  return deed.does === 'make'
    ? await startRegistration({ optionsJSON: await deed.ask() })
    : await startAuthentication({ optionsJSON: await deed.ask() })
}

const never = () => () => {}
