import type { ComponentType, ReactNode } from 'react'
import { Anchor } from './anchor'
import type { IconProps } from './icons'
import { SkipLink } from './skip-link'
import { Wordmark } from './wordmark'

export type RailItem = { href: string; label: string; icon?: ComponentType<IconProps>; count?: ReactNode }

type RailShellProps = {
  skipLabel: string
  navLabel: string
  home: { href: string; label: string }
  /** Whose rooms these are: the event's name and when it is. */
  title: ReactNode
  note?: ReactNode
  items: RailItem[]
  /** `href` of the item one is in. */
  current: string
  header?: ReactNode
  footer?: ReactNode
  accent?: string
  children: ReactNode
}

export function RailShell({ items, current, children, ...shell }: RailShellProps) {
  return (
    <div
      className="min-h-dvh lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] print:block"
      data-accent={shell.accent}
    >
      <SkipLink label={shell.skipLabel} />
      <header
        className="border-line border-b bg-surface lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-r lg:border-b-0"
        data-print="hide"
      >
        <div className="flex flex-wrap items-center justify-between gap-2 px-5 py-2 lg:px-6 lg:pt-5">
          <Anchor
            aria-label={shell.home.label}
            className="inline-flex min-h-11 items-center"
            href={shell.home.href}
          >
            <Wordmark />
          </Anchor>
          {shell.header}
        </div>
        <div className="mx-5 border-accent border-l-4 pl-3 lg:mx-6 lg:mt-4">
          <p className="line-clamp-3 break-words font-semibold leading-snug">{shell.title}</p>
          {shell.note && <p className="text-muted text-sm">{shell.note}</p>}
        </div>
        <nav aria-label={shell.navLabel} className="mt-2 lg:mt-5 lg:flex-1">
          <ul className="flex overflow-x-auto px-2.5 py-1.5 max-lg:[&_svg]:hidden lg:flex-col lg:gap-1 lg:px-3">
            {items.map((item) => (
              <li
                className={`shrink-0 ${item.href === current ? 'rounded bg-surface max-lg:sticky max-lg:inset-x-0 max-lg:z-10 max-lg:shadow-[0_0_8px_4px_var(--color-surface)]' : ''}`}
                key={item.href}
              >
                <RailLink current={item.href === current} item={item} />
              </li>
            ))}
          </ul>
        </nav>
        {shell.footer && <div className="hidden px-6 py-5 text-muted text-sm lg:block">{shell.footer}</div>}
      </header>
      <main
        className="min-w-0 px-5 py-7 outline-none sm:px-8 lg:px-10 lg:py-10 print:p-0"
        id="main"
        tabIndex={-1}
      >
        {children}
      </main>
    </div>
  )
}

function RailLink({ item, current }: { item: RailItem; current: boolean }) {
  const look = current ? 'bg-accent-soft font-semibold text-accent-text' : 'text-ink hover:bg-raised'
  return (
    <Anchor
      aria-current={current ? 'page' : undefined}
      className={`flex min-h-11 items-center gap-2.5 whitespace-nowrap rounded px-3 focus-visible:rounded focus-visible:-outline-offset-3 ${look}`}
      href={item.href}
    >
      {item.icon && <item.icon />}
      {item.label}
      {item.count !== undefined && (
        <span className="ml-auto pl-2 text-muted text-sm tabular-nums">{item.count}</span>
      )}
    </Anchor>
  )
}
