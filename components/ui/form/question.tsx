import type { ReactNode } from 'react'

type QuestionProps = {
  title: ReactNode
  hint?: ReactNode
  /** More about all of it, at its end. */
  help?: ReactNode
  id?: string
  children: ReactNode
}

/** A part of a form, headed by a question one would ask aloud. */
export function Question({ title, hint, help, id, children }: QuestionProps) {
  return (
    <section className="border-line border-t py-8 first-of-type:border-t-0 first-of-type:pt-0" id={id}>
      <h2 className="text-xl">{title}</h2>
      {hint && <div className="mt-1 max-w-[65ch] text-muted">{hint}</div>}
      <div className="mt-5 space-y-6">
        {children}
        {help}
      </div>
    </section>
  )
}
