'use client'

import { Button } from '../ui/button'

/** Opens the browser's own print dialog; without scripts its menu does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()} variant="primary">
      {label}
    </Button>
  )
}
