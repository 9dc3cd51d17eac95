import type { ReactNode } from 'react'

type PageHeadingProps = { title: ReactNode; above?: ReactNode; note?: ReactNode; actions?: ReactNode }

/** The one h1 of a page: a line above it, the title, a sentence, and at most one primary action. */
export function PageHeading({ title, above, note, actions }: PageHeadingProps) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-[70ch]">
        {above && <div className="mb-2 text-muted text-sm">{above}</div>}
        <h1 className="break-words text-2xl sm:text-3xl">{title}</h1>
        {note && <div className="mt-2 text-lg text-muted">{note}</div>}
      </div>
      {actions && (
        <div className="flex flex-wrap gap-3" data-print="hide">
          {actions}
        </div>
      )}
    </div>
  )
}
