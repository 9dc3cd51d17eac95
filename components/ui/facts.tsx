import type { ReactNode } from 'react'

export type Fact = { term: ReactNode; value: ReactNode; key?: string }

/** Terms and values; `beside` puts them in two columns where there is room. */
export function Facts({
  facts,
  beside = false,
  className = '',
}: {
  facts: Fact[]
  beside?: boolean
  className?: string
}) {
  return (
    <dl className={`${beside ? 'divide-y divide-line' : 'space-y-3'} ${className}`}>
      {facts.map((fact, at) => (
        <div
          className={beside ? 'py-3 sm:grid sm:grid-cols-[minmax(8rem,14rem)_1fr] sm:gap-6' : ''}
          key={fact.key ?? at}
        >
          <dt className={`text-muted ${beside ? 'text-base' : 'text-sm'}`}>{fact.term}</dt>
          <dd className="min-w-0 font-medium">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
