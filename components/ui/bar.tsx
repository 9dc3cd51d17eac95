type BarProps = {
  /** What the whole is made of, in its order: the full colour first, the paler one for what is less certain. */
  parts: { key: string; value: number; isPale?: boolean }[]
  whole: number
  className?: string
}

/** How much of a whole; the words beside it say the same, so it is drawn for the eye only. */
export function Bar({ parts, whole, className = '' }: BarProps) {
  const share = (value: number) => (whole > 0 ? Math.max(0, Math.min(100, (value / whole) * 100)) : 0)
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { value }) => sum + share(value), 0))
  return (
    <svg
      aria-hidden="true"
      className={`h-2.5 w-full rounded-full ${className}`}
      preserveAspectRatio="none"
      viewBox="0 0 100 10"
    >
      <rect className="fill-raised" height="10" width="100" />
      {parts.map(({ key, value, isPale }, at) => (
        <rect
          className={isPale ? 'fill-accent opacity-45' : 'fill-accent'}
          height="10"
          key={key}
          width={share(value)}
          x={starts[at]}
        />
      ))}
    </svg>
  )
}
