import type { ReactNode } from 'react'

/** What is as wide as paper scrolls on a screen that is not, also by keyboard; on paper it lies as it is. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="relative overflow-x-auto focus-visible:rounded print:overflow-visible"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  )
}
