'use client'

import { useEffect } from 'react'
import { forget } from './tab-storage'

/** Stands where a form has arrived: what the tab kept of it is not needed any more. */
export function ForgetAnswers({ entry }: { entry: string }) {
  useEffect(() => forget(entry), [entry])
  return null
}
