import type { ReactNode } from 'react'

type MeterProps = {
  label?: ReactNode
  taken: number
  /** Absent when there is no limit: the words say it, no bar is drawn. */
  size?: number | null
  words: ReactNode
  className?: string
}

/** How full a thing is; the words carry the truth, the bar only shows it. */
export function Meter({ label, taken, size, words, className = '' }: MeterProps) {
  const share = size ? Math.min(1, taken / size) : size === 0 ? 1 : 0
  return (
    <div className={className}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        {label && <span className="font-medium">{label}</span>}
        <span className="tabular-nums">{words}</span>
      </p>
      {size != null && (
        <svg
          aria-hidden="true"
          className="mt-2 h-2.5 w-full rounded-full"
          preserveAspectRatio="none"
          viewBox="0 0 100 10"
        >
          <rect className="fill-raised" height="10" width="100" />
          <rect className={share >= 1 ? 'fill-line-strong' : 'fill-accent'} height="10" width={share * 100} />
        </svg>
      )}
    </div>
  )
}
