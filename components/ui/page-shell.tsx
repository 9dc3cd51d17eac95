import type { ReactNode } from 'react'
import { Anchor } from './anchor'
import { SkipLink } from './skip-link'
import { Wordmark } from './wordmark'

type PageShellProps = {
  skipLabel: string
  home: { href: string; label: string }
  /** Right side of the header: language switch, sign-in. */
  header?: ReactNode
  footer?: ReactNode
  /** `measure` for forms and reading, `page` for what needs two columns. */
  width?: 'measure' | 'page'
  accent?: string
  children: ReactNode
}

export function PageShell({
  skipLabel,
  home,
  header,
  footer,
  width = 'page',
  accent,
  children,
}: PageShellProps) {
  const column = `mx-auto w-full px-5 sm:px-8 ${width === 'page' ? 'max-w-page' : 'max-w-measure'}`
  return (
    <div className="flex min-h-dvh flex-col" data-accent={accent}>
      <SkipLink label={skipLabel} />
      <header className="border-line border-b" data-print="hide">
        <div className={`flex min-h-16 flex-wrap items-center justify-between gap-x-6 ${column}`}>
          <Anchor aria-label={home.label} className="inline-flex min-h-11 items-center" href={home.href}>
            <Wordmark />
          </Anchor>
          {header && <div className="flex flex-wrap items-center gap-4">{header}</div>}
        </div>
      </header>
      <main className={`flex-1 py-8 outline-none sm:py-12 ${column}`} id="main" tabIndex={-1}>
        {children}
      </main>
      {footer && (
        <footer className="border-line border-t text-muted text-sm" data-print="hide">
          <div className={`flex flex-wrap items-center gap-x-6 gap-y-2 py-6 ${column}`}>{footer}</div>
        </footer>
      )}
    </div>
  )
}
