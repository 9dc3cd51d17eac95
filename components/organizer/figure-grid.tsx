import type { ReactNode } from 'react'

export function FigureGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 xl:grid-cols-4 print:grid-cols-4">{children}</div>
}
