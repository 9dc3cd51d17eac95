import type { ReactNode } from 'react'
import { type Language, sayMoment } from '@/lib/dates'

export type LogLine = { id: string; at: Date; text: ReactNode; aside?: ReactNode }

type PersonLogProps = { lines: LogLine[]; empty: string; timezone: string; language: Language }

/** What happened, moment by moment. */
export function PersonLog({ lines, empty, timezone, language }: PersonLogProps) {
  if (lines.length === 0) return <p className="text-muted">{empty}</p>
  return (
    <ol className="divide-y divide-line rounded border border-line bg-surface">
      {lines.map(({ id, at, text, aside }) => (
        <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3" key={id}>
          <span className="min-w-0">
            {text} {aside}
          </span>
          <time className="text-muted text-sm tabular-nums" dateTime={at.toISOString()}>
            {sayMoment(at, timezone, language)}
          </time>
        </li>
      ))}
    </ol>
  )
}
