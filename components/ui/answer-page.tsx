import type { ReactNode } from 'react'

type AnswerPageProps = {
  strip: ReactNode
  title: ReactNode
  text: ReactNode
  note?: ReactNode
  accent?: string
  /** What one can do next. */
  children?: ReactNode
}

/** A page that is one answer, such as "not found" or "thank you": a badge with a sentence instead of a name. */
export function AnswerPage({ strip, title, text, note, accent, children }: AnswerPageProps) {
  return (
    <main
      className="mx-auto flex min-h-dvh w-full max-w-lg flex-col items-center px-5 pb-16 outline-none"
      data-accent={accent}
      id="main"
      tabIndex={-1}
    >
      <span aria-hidden="true" className="strap -mb-7 z-10 min-h-16 w-7 max-h-56 flex-1" />
      <div className="w-full overflow-hidden rounded border border-line bg-surface">
        <div className="bg-accent px-6 pt-4 pb-4 text-accent-ink">
          <span aria-hidden="true" className="mx-auto mb-4 block h-4 w-20 rounded-full bg-paper" />
          <p className="font-semibold">{strip}</p>
        </div>
        <div className="space-y-3 px-6 pt-6 pb-7">
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          <p className="text-lg">{text}</p>
          {note && <p className="text-muted text-sm">{note}</p>}
          {children && <div className="flex flex-wrap gap-3 pt-3">{children}</div>}
        </div>
      </div>
    </main>
  )
}
