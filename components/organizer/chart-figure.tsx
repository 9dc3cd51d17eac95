import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type ChartFigureProps = {
  title: string
  /** The highest value drawn, said where it is. */
  most: number
  /** What stands at the left and the right end. */
  ends: readonly [string, string]
  lastTitle: string | null
  children: ReactNode
}

/** A chart with its title, its height in a number, its two ends in words, and what the pale part is. */
export function ChartFigure({ title, most, ends, lastTitle, children }: ChartFigureProps) {
  const t = useTranslations('organizer.overview')
  return (
    <figure className="min-w-0 rounded border border-line bg-surface p-4">
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold text-base">{title}</span>
        <span className="text-muted tabular-nums">{t('most', { count: most })}</span>
      </figcaption>
      {children}
      <p className="mt-1 flex justify-between gap-4 text-muted text-sm">
        <span>{ends[0]}</span>
        <span className="text-right">{ends[1]}</span>
      </p>
      {lastTitle && (
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <Mark className="bg-accent" words={t('thisTime')} />
          <Mark className="bg-line-strong opacity-60" words={lastTitle} />
        </p>
      )}
    </figure>
  )
}

function Mark({ className, words }: { className: string; words: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <span aria-hidden="true" className={`h-3 w-3 shrink-0 rounded-full ${className}`} />
      <span className="min-w-0 break-words">{words}</span>
    </span>
  )
}
