import { type RefObject, useEffect, useRef } from 'react'

/** The field that waits for the next name: after an answer it is empty, and where there are keys it has the focus. */
export function useField(
  answer: string | undefined,
  answered: () => void,
): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  const tell = useRef(answered)
  tell.current = answered
  useEffect(() => {
    // On a phone the focus would bring up the keyboard, over half of the answer.
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
    if (answer !== undefined) tell.current()
  }, [answer])
  return field
}
