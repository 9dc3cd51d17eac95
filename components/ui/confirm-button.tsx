'use client'

import { type ReactNode, useId, useRef, useSyncExternalStore } from 'react'
import { Button } from './button'
import { type ButtonLook, buttonClass } from './button-class'

type ConfirmButtonProps = ButtonLook & {
  label: ReactNode
  title: ReactNode
  /** What will happen, to how many. */
  consequence: ReactNode
  confirmLabel: ReactNode
  cancelLabel: ReactNode
  /** Nothing is lost by it: the button is not a red one. */
  isHarmless?: boolean
  name?: string
  value?: string
  className?: string
}

/** A submit button that first says what will happen; stands inside a form. Without JavaScript it unfolds instead. */
export function ConfirmButton({
  label,
  title,
  consequence,
  confirmLabel,
  cancelLabel,
  isHarmless = false,
  ...look
}: ConfirmButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const confirm = (
    <Button
      className={isHarmless ? '' : 'border-transparent bg-bad text-bad-ink hover:bg-bad hover:brightness-110'}
      name={look.name}
      type="submit"
      value={look.value}
      variant={isHarmless ? 'primary' : 'danger'}
    >
      {confirmLabel}
    </Button>
  )
  const trigger = buttonClass({ variant: look.variant ?? 'danger', size: look.size }, look.className)
  if (!isLive) {
    return (
      <details>
        <summary className={`list-none [&::-webkit-details-marker]:hidden ${trigger}`}>{label}</summary>
        <div className="mt-3 space-y-3 rounded border border-line bg-surface p-5">
          <p className="font-semibold text-lg">{title}</p>
          <div>{consequence}</div>
          {confirm}
        </div>
      </details>
    )
  }
  return (
    <>
      <button className={trigger} onClick={() => dialog.current?.showModal()} type="button">
        {label}
      </button>
      <dialog
        aria-labelledby={titleId}
        className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded border border-line bg-surface p-6 text-left text-ink"
        ref={dialog}
      >
        <h2 className="text-xl" id={titleId}>
          {title}
        </h2>
        <div className="mt-2">{consequence}</div>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button onClick={() => dialog.current?.close()}>{cancelLabel}</Button>
          {confirm}
        </div>
      </dialog>
    </>
  )
}

const never = () => () => {}
