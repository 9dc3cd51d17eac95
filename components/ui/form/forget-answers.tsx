'use client'

import { useEffect } from 'react'
import { forgetAll } from './tab-storage'

/** Stands where a form has arrived: what the tab kept of it is not needed any more. */
export function ForgetAnswers({ entry }: { entry: string }) {
  useEffect(() => forgetAll(entry), [entry])
  return null
}
