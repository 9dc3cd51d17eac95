'use client'

import { useField } from './form-context'

/** Travels along unseen; an answer of the server may give it another value for the next try. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const { values } = useField(name)
  return <input name={name} type="hidden" value={values?.[0] ?? value} />
}
