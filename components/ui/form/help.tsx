import type { ReactNode } from 'react'

/** A longer word of help, opened by whoever hesitates; works without JavaScript and by keyboard. */
export function Help({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="max-w-[65ch] text-sm print:hidden">
      <summary className="inline-flex min-h-11 items-center text-accent-text underline underline-offset-4 sm:min-h-8">
        {title}
      </summary>
      <div className="mb-2 border-line-strong border-l-2 pl-3">{children}</div>
    </details>
  )
}
