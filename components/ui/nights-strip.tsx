import type { ReactNode } from 'react'
import type { Tone } from './tag'

export type Night = {
  key: string
  weekday: ReactNode
  date: ReactNode
  /** Rooms left, in words. */
  words: ReactNode
  tone?: Tone
}

/** The nights of a hotel as one strip of tickets, torn at the perforation. */
export function NightsStrip({ label, nights }: { label: string; nights: Night[] }) {
  return (
    <ol
      aria-label={label}
      className="flex flex-wrap overflow-hidden rounded border border-line bg-surface sm:inline-flex sm:max-w-full"
    >
      {nights.map((night) => (
        <li
          className="-ml-px flex min-w-[6.5rem] flex-1 flex-col border-line border-l border-dashed text-center first:ml-0 first:border-l-0"
          key={night.key}
        >
          <p className="whitespace-nowrap px-3 pt-3 text-muted text-sm">{night.weekday}</p>
          <p className="px-3 pb-2 font-bold text-lg leading-tight">{night.date}</p>
          <p
            className={`mt-auto whitespace-nowrap px-3 py-1.5 font-medium text-sm ${toneClass[night.tone ?? 'neutral']}`}
          >
            {night.words}
          </p>
        </li>
      ))}
    </ol>
  )
}

const toneClass: Record<Tone, string> = {
  neutral: 'bg-raised text-ink',
  good: 'bg-good-soft text-good-text',
  wait: 'bg-wait-soft text-wait-text',
  bad: 'bg-bad-soft text-bad-text',
  info: 'bg-info-soft text-info-text',
}
