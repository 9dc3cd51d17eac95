import type { ReactNode } from 'react'

type SectionProps = {
  title: ReactNode
  id?: string
  level?: 2 | 3
  /** One line under the heading. */
  note?: ReactNode
  /** Beside the heading, right: an action or a tag. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

export function Section({ title, id, level = 2, note, aside, children, className = '' }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={`scroll-mt-6 ${className}`} id={id}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div>
          <Heading className={level === 2 ? 'text-xl' : 'text-lg'}>{title}</Heading>
          {note && <p className="mt-1 max-w-[70ch] text-muted first-letter:uppercase">{note}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}
