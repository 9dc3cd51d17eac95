'use client'

import { useEffect } from 'react'
import { PrintButton } from './print-button'

/** Opens the print dialog as soon as the page stands; without scripts the browser's menu does. */
export function PrintNow({ label }: { label: string }) {
  useEffect(() => window.print(), [])
  return <PrintButton label={label} />
}
