'use client'

import { useField } from './form-context'

/** What a form brings along unseen; the answer to a post may replace it. */
export function KeptField({ name, value }: { name: string; value: string }) {
  const { values } = useField(name)
  return <input name={name} type="hidden" value={values?.[0] ?? value} />
}
